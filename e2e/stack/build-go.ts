import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { findGo } from './find-go.js';
import { root } from './paths.js';
import { run } from './run.js';

/** A program in Go that only tests need. */
export interface GoProgram {
  /** Of its folder below e2e. */
  name: string;
  /** The environment variable that may have the path of a built one. */
  variable: string;
  /** What is skipped without it. */
  tests: string;
}

/** What a program takes to be had, for a message. */
export function needsOf({ name, variable }: GoProgram): string {
  return `Go 1.25 or newer in PATH (https://go.dev/dl), or ${variable} with the path of a built e2e/${name}`;
}

/** Whether a program can be had here; says so where it cannot. On CI its absence is a failure, not a reason to skip. */
export async function goAvailable(program: GoProgram): Promise<boolean> {
  const available = process.env[program.variable] !== undefined || (await findGo()) !== undefined;
  if (available) return true;
  const message = `${program.tests} need ${needsOf(program)}`;
  if (process.env.CI !== undefined) throw new Error(message);
  process.stderr.write(`skipped: ${message}\n`);
  return false;
}

/** Builds a program once for its sources (a minute the first time) and gives the path of the executable. */
export async function buildGo(program: GoProgram): Promise<string> {
  const built = process.env[program.variable];
  if (built !== undefined) return built;
  const go = await findGo();
  if (go === undefined) throw new Error(`${program.tests} need ${needsOf(program)}`);
  const source = join(root, 'e2e', program.name);
  const cache = join(source, '.cache');
  const executable = join(cache, `${program.name}-${await fingerprint(source)}`);
  if (existsSync(executable)) return executable;
  await mkdir(cache, { recursive: true });
  // Under a name of its own until it is whole: another run may build at the same time.
  const partial = `${executable}.${process.pid}`;
  const building = await run([go, 'build', '-trimpath', '-o', partial, '.'], { cwd: source, env: { ...process.env, CGO_ENABLED: '0' } });
  if (building.code !== 0) throw new Error(`go build of e2e/${program.name} failed:\n${building.stderr}`);
  await rename(partial, executable);
  return executable;
}

async function fingerprint(source: string): Promise<string> {
  const names = (await readdir(source)).filter((name) => /\.go$|^go\.(mod|sum)$/.test(name)).sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(await readFile(join(source, name)));
  return hash.digest('hex').slice(0, 16);
}
