import { accessSync, constants, statSync } from 'node:fs';
import { fail } from '../errors.js';

/** Refuses a directory that nothing can be written to, before the Director works for it. Errors: UnwritableDirectory. */
export function checkDirectory(path: string): void {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    if (statSync(path).isDirectory()) return;
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw fail(
      'UnwritableDirectory',
      `nothing can be written to '${path}': ${missing ? 'there is no such directory' : 'its permissions forbid it'}`,
      {
        cause,
        where: { document: path },
      },
    );
  }
  throw fail('UnwritableDirectory', `'${path}' is no directory`, { where: { document: path } });
}
