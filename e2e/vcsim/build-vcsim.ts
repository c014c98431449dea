import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { findGo } from './find-go.js';

const source = join(root, 'e2e/vcsim');

/** What the tests against a simulated vCenter need, for a message. */
export const needs = 'Go 1.25 or newer in PATH (https://go.dev/dl), or BOSH6_VCSIM with the path of a built e2e/vcsim';

/** Whether the simulator can be had here. On CI its absence is a failure, not a reason to skip. */
export async function vcsimAvailable(): Promise<boolean> {
  const available = process.env.BOSH6_VCSIM !== undefined || (await findGo()) !== undefined;
  if (!available && process.env.CI !== undefined) throw new Error(`the vSphere tests need ${needs}`);
  if (!available) process.stderr.write(`skipped: the vSphere tests need ${needs}\n`);
  return available;
}

/** Builds the simulator once for its sources (a minute the first time) and gives the path of the executable. */
export async function buildVcsim(): Promise<string> {
  if (process.env.BOSH6_VCSIM !== undefined) return process.env.BOSH6_VCSIM;
  const go = await findGo();
  if (go === undefined) throw new Error(`the vSphere tests need ${needs}`);
  const cache = join(source, '.cache');
  const executable = join(cache, `vcsim-${await fingerprint()}`);
  if (existsSync(executable)) return executable;
  await mkdir(cache, { recursive: true });
  // Under a name of its own until it is whole: another run may build at the same time.
  const partial = `${executable}.${process.pid}`;
  const built = await run([go, 'build', '-trimpath', '-o', partial, '.'], { cwd: source, env: { ...process.env, CGO_ENABLED: '0' } });
  if (built.code !== 0) throw new Error(`go build of e2e/vcsim failed:\n${built.stderr}`);
  await rename(partial, executable);
  return executable;
}

async function fingerprint(): Promise<string> {
  const names = (await readdir(source)).filter((name) => /\.go$|^go\.(mod|sum)$/.test(name)).sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(await readFile(join(source, name)));
  return hash.digest('hex').slice(0, 16);
}
