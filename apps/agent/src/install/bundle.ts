import { createHash } from 'node:crypto';
import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMissing } from '../state/json-file.js';

/** Directory name of an installed job or package: two versions or two contents never share one. */
export function bundleName(version: string, digest?: string): string {
  return createHash('sha1')
    .update(digest === undefined ? version : `${version}-${digest}`)
    .digest('hex');
}

/** Makes `directory` by filling a directory beside it first: it is there whole, or not at all. */
export async function build(directory: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${directory}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true, mode: 0o755 });
  try {
    await fill(partial);
    await rm(directory, { recursive: true, force: true });
    await rename(partial, directory);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/** Points a link somewhere else in one step. */
export async function link(path: string, target: string): Promise<void> {
  if ((await readlink(path).catch(() => undefined)) === target) return;
  await mkdir(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${basename(path)}.new`);
  await rm(beside, { force: true });
  await symlink(target, beside);
  await rename(beside, path).catch(async () => {
    await rm(path, { recursive: true, force: true });
    await rename(beside, path);
  });
}

export async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
