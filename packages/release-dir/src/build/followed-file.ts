import { realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import { fail } from '../errors.js';
import { isMissing } from '../place.js';

/** True when there is a file; links on the way may not lead out of the release: their target goes into an archive. Throws `UnsafePath`. */
export async function isFollowed(directory: string, file: string): Promise<boolean> {
  let target: string;
  try {
    target = await realpath(file);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  if (!relative(await realpath(directory), target).startsWith('..')) return true;
  throw fail('UnsafePath', `'${file}' leads to '${target}', out of the release`, { where: { document: file } });
}
