import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
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

async function logIn(url: string, ca: string): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'password', username: 'admin', password }).toString();
  const headers = {
    authorization: `Basic ${Buffer.from('bosh_cli:').toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const answer = await new Promise<Buffer>((resolve, reject) => {
    const asked = request(`${url}/uaa/oauth/token`, { method: 'POST', ca, headers, agent: new Agent() }, (response) =>
      resolve(buffer(response)),
    );
    asked.on('error', reject).end(form);
  });
  return (JSON.parse(answer.toString()) as { access_token: string }).access_token;
}
