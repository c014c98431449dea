import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { fail } from '../errors.js';

/** The text of a file that the person named; `-` is standard input. Errors: UnreadableFile. */
export function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path.replace(/^~(?=\/)/, homedir()), 'utf8');
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (cause as Error).message;
    throw fail('UnreadableFile', `'${path}' cannot be read: ${why}`, { cause, where: { document: path } });
  }
}
