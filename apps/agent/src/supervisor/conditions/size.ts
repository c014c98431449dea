import { isBeyond, type Limit, limitOf } from '../monit-values.js';
import type { Words } from '../monit-words.js';
import { statusOf } from './file-status.js';
import type { Finding, View } from './finding.js';

/** A file's size in bytes, or that it is another than before. */
export interface SizeCondition {
  kind: 'size';
  limit: Limit | 'changed';
}

export function readSize(words: Words, changed: boolean): SizeCondition | undefined {
  if (words.accept('size') === undefined) return undefined;
  return { kind: 'size', limit: changed ? 'changed' : limitOf(words) };
}

export function lookAtSize({ limit }: SizeCondition, { path }: View, before: unknown): Finding {
  const status = statusOf(path);
  if (status === undefined) return { said: 'no file' };
  const { size } = status;
  if (limit === 'changed') return { failed: before !== undefined && before !== size, said: `size is ${size} B`, memory: size };
  return { failed: isBeyond(size, limit), said: `size of ${size} B, limit ${limit.operator} ${limit.value} B` };
}
