import { rmSync } from 'node:fs';
import { adoptLab, cleanLab } from '@bosh6/lab';
import type { Home } from './home.js';

/** Stops the Director, then the lab with its VMs. Database, blobs and disks stay unless `deleteState`; what `up` did not write stays always. True when something ran. */
export async function stopAll(home: Home, { deleteState }: { deleteState: boolean }): Promise<boolean> {
  const lab = await adoptLab(home.lab);
  if (lab !== undefined) {
    await lab.stopService('director');
    await lab.stop({ purge: deleteState });
    lab.close();
  }
  // Also after a lab that was killed: what it left goes.
  await cleanLab({ stateDir: home.lab, purge: deleteState });
  if (deleteState) {
    const { director, directorConfig, directorLog, compileCache, tls, ca, creds, internet, ipv6Only, cpi } = home;
    for (const path of [director, directorConfig, directorLog, compileCache, tls, ca, creds, internet, ipv6Only, cpi]) {
      rmSync(path, { recursive: true, force: true });
    }
  }
  return lab !== undefined;
}
