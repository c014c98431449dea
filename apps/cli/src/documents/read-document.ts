import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import type { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';

/** The text of a file that the person named; `-` is standard input. Errors: UnreadableFile. */
export function readText(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path.replace(/^~(?=\/)/, homedir()), 'utf8');
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** A file that the person named, with why it cannot be used. */
export function unreadable(path: string, cause: unknown): CodedError {
  const { code, message } = cause as NodeJS.ErrnoException;
  return fail('UnreadableFile', `'${path}' cannot be read: ${reasons[code ?? ''] ?? message}`, { cause, where: { document: path } });
}
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
  EACCES: 'its permissions forbid it',
};
