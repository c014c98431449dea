import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '@bosh6/base';

/** What nobody has written to for so long belongs to a process that ended. */
const leftMs = 3_600_000;

/** Removes what a process that ended left in `directory`; of what others, who live, may be writing there, only what is old. */
export async function removeLeft(
  directory: string,
  world: World,
  { others, keep = () => false }: { others: boolean; keep?: (path: string) => boolean },
): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const path of names.map((name) => join(directory, name)).filter((path) => !keep(path))) {
    const written = others ? await lstat(path).catch(() => undefined) : undefined;
    if (written === undefined || written.mtimeMs < world.now() - leftMs) await rm(path, { recursive: true, force: true });
  }
}
