import { ageLimitOf, isBeyond, type Limit } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import { statusOf } from './file-status.js';
import type { Finding, View } from './finding.js';

const names: Readonly<Record<string, 'atimeMs' | 'mtimeMs' | 'ctimeMs'>> = {
  atime: 'atimeMs',
  access: 'atimeMs',
  mtime: 'mtimeMs',
  modification: 'mtimeMs',
  ctime: 'ctimeMs',
  change: 'ctimeMs',
};

/** A file's age in seconds, or that its time is another than before; the later one of content's and status' where none is named. */
export interface TimestampCondition {
  kind: 'timestamp';
  of: 'atimeMs' | 'mtimeMs' | 'ctimeMs' | 'latest';
  limit: Limit | 'changed';
}

export function readTimestamp(words: Words, changed: boolean): TimestampCondition | undefined {
  const word = words.peek() ?? '';
  const of = names[word];
  if (of === undefined && word !== 'timestamp' && word !== 'time') return undefined;
  words.skip();
  if (of !== undefined) words.accept('time');
  return { kind: 'timestamp', of: of ?? 'latest', limit: changed ? 'changed' : ageLimitOf(words) };
}

export function lookAtTimestamp({ of, limit }: TimestampCondition, { path, machine }: View, before: unknown): Finding {
  const status = statusOf(path);
  if (status === undefined) return { said: 'no file' };
  const at = of === 'latest' ? Math.max(status.mtimeMs, status.ctimeMs) : status[of];
  if (limit === 'changed')
    return { failed: before !== undefined && before !== at, said: `timestamp is ${new Date(at).toISOString()}`, memory: at };
  const age = (machine.time() - at) / 1000;
  return { failed: isBeyond(age, limit), said: `timestamp is ${Math.floor(age)} s old, limit ${limit.operator} ${limit.value} s` };
}
