import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { entryPath } from '@bosh6/formats/archives';
import { fail } from './errors.js';

/**
 * The path of a file of a release directory that is to be written or deleted. Refused when it leads out of the directory, also through a
 * symbolic link: who clones a release does not know what its links point to. Throws `UnsafePath`.
 */
export async function placeInside(directory: string, path: string): Promise<string> {
  const inside = entryPath(path);
  if (inside === undefined || inside === '')
    throw fail('UnsafePath', `'${path}' leads out of '${directory}'`, { where: { document: path } });
  let at = resolve(directory);
  for (const part of inside.split('/')) {
    at = join(at, part);
    if (await isLink(at))
      throw fail('UnsafePath', `'${at}' is a symbolic link; nothing is written through it`, { where: { document: at } });
  }
  return at;
}

/** A name that becomes a directory's. Throws `InvalidName`. */
export function checkName(name: string, what: string): string {
  if (!/^[-0-9A-Za-z_+.]+$/.test(name) || /^\.+$/.test(name)) throw fail('InvalidName', `'${name}' is no name for a ${what}`);
  return name;
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** True when the system says that there is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
