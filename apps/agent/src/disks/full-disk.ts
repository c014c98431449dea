import { statfs } from 'node:fs/promises';
import { fail } from '../errors.js';

/** Whether the file system of a directory has no block or no file left. One that cannot be asked is not: what failed on it has another reason. */
export async function isFull(directory: string): Promise<boolean> {
  const free = await statfs(directory).catch(() => undefined);
  return free !== undefined && (free.bfree === 0 || (free.files > 0 && free.ffree === 0));
}

/** What failed for want of room. Ask `isFull` before what was half-written is removed. */
export function fullDisk(what: string, directory: string, cause: unknown): Error {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return fail('DiskFull', `${what}: there is no room left in ${directory}${why}`, { cause, details: { directory } });
}
