import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeImage } from '@bosh6/cpi-vsphere/testing';
import { startVcsim, type Vcsim } from '../vcsim/start-vcsim.js';
import type { Benchmark } from './benchmark.js';
import { vcsimMissing } from './vcsim-missing.js';
import { newCall, openCpi, plainVm } from './vsphere-load.js';

const datastores = ['LocalDS_0', 'LocalDS_1'];

/** Calls that vCenter counts for one VM, the one that took most: beside the stemcell as it was imported, and beside its copy. */
export const vsphereCreateVmRoundtrips: Benchmark = {
  name: 'vsphere.create-vm.roundtrips',
  unit: 'count',
  missing: vcsimMissing,
  async run() {
    const home = await mkdtemp(join(tmpdir(), 'b6-bench-'));
    const image = join(home, 'image');
    await writeImage(image);
    const vcsim = await startVcsim({ user: 'bosh', password: 'right', datastores: datastores.length });
    const cpi = openCpi(vcsim, 'LocalDS');
    try {
      const stemcell = await cpi.createStemcell(image, {}, undefined, newCall());
      const counts: number[] = [];
      let number = 0;
      for (let round = 0; round < 4; round++)
        for (const datastore of datastores) {
          const before = await counted(vcsim);
          await cpi.createVm(plainVm(stemcell, ++number, { datastores: [datastore] }), newCall());
          if (round > 0) counts.push((await counted(vcsim)) - before);
        }
      return { value: Math.max(...counts) };
    } finally {
      await cpi.close();
      await vcsim.stop();
      await rm(home, { recursive: true });
    }
  },
};

/** One wait for tasks serves all calls of a session, so that it is nobody's. Files go by HTTP and are not among the calls. */
async function counted(vcsim: Vcsim): Promise<number> {
  const { WaitForUpdatesEx: _, ...calls } = await vcsim.calls();
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
