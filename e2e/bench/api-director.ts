import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDirector } from '@bosh6/director-api/client';
import { type DirectorProcess, makeSite, password, startDirector } from '../interop/log-in/director-process.js';

/** A Director by itself, without a lab, that has the routes of `bare-route.ts` as well. */
export interface ApiDirector extends DirectorProcess {
  readonly folder: string;
  /** Where the answers of the bare routes are. */
  readonly bare: string;
  readonly ca: string;
  readonly token: string;
}

export async function startApiDirector(): Promise<ApiDirector> {
  const folder = mkdtempSync(join(tmpdir(), 'b6-api-'));
  try {
    const site = await makeSite(folder);
    const director = await startDirector(
      site,
      'bench',
      {},
      {
        nodeArguments: ['--import', fileURLToPath(new URL('./bare-route.js', import.meta.url))],
        env: { BOSH6_BARE_FILES: folder },
      },
    );
    const ca = readFileSync(site.ca, 'utf8');
    const stop = async (): Promise<void> => {
      await director.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { ...director, folder, bare: folder, ca, token: await logIn(director.url, ca), stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function logIn(target: string, ca: string): Promise<string> {
  const anonymous = createDirector({ target, ca });
  try {
    return (await anonymous.uaa.logIn({ username: 'admin', password })).accessToken;
  } finally {
    anonymous.close();
  }
}
