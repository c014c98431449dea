import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '../errors.js';
import { reasons } from '../output/system-reasons.js';
import type { Home } from './home.js';

/** Makes the state directory and the Director's in it, for their owner only, where they are missing. Errors: UnusableHome. */
export function makeHome({ root, director }: Pick<Home, 'root' | 'director'>): void {
  for (const path of [root, director]) {
    try {
      makeDirectory(path);
      accessSync(path, constants.W_OK | constants.X_OK);
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException;
      throw fail(
        'UnusableHome',
        `the state directory ${root} cannot be used: ${says[code] ?? reasons[code] ?? 'the system refuses it'} (${code})`,
        {
          cause,
        },
      );
    }
  }
}

/** The system's reasons where a directory was to be made. */
const says: Readonly<Record<string, string>> = {
  EEXIST: 'it, or what it is to be in, is no directory',
  ENOENT: 'its file system takes no new directories',
};

/** Step by step: Node's own recursive mkdir never ends in a file system that answers ENOENT whatever one makes, as /proc does. */
function makeDirectory(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const above = dirname(path);
  if (above !== path) makeDirectory(above);
  mkdirSync(path, { mode: 0o700 });
}
