import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Words } from '../monit-words.js';
import type { Finding, View } from './finding.js';

/** A file's MD5 or SHA-1: another than `expect`, or than at the look before. */
export interface ChecksumCondition {
  kind: 'checksum';
  algorithm: 'md5' | 'sha1';
  /** Lower case; what was first seen where it is missing. */
  expect?: string;
  changed: boolean;
}

export function readChecksum(words: Words, changed: boolean): ChecksumCondition | undefined {
  const named = words.peek(1) === 'checksum' ? words.accept('md5', 'sha1') : undefined;
  if (words.accept('checksum') === undefined) return undefined;
  const expect = words.accept('expect') === undefined ? undefined : words.value('a checksum').toLowerCase();
  const algorithm = named === 'sha1' || expect?.length === 40 ? 'sha1' : 'md5';
  return { kind: 'checksum', algorithm, changed, ...(expect === undefined ? {} : { expect }) };
}

export async function lookAtChecksum({ algorithm, expect, changed }: ChecksumCondition, { path }: View, before: unknown): Promise<Finding> {
  const hash = createHash(algorithm);
  try {
    await pipeline(createReadStream(path ?? ''), hash);
  } catch {
    return { said: 'no file' };
  }
  const sum = hash.digest('hex');
  const wanted = expect ?? before;
  // a test for failure keeps to the first one, a test for change to the last
  return { failed: wanted !== undefined && wanted !== sum, said: `${algorithm} is ${sum}`, memory: changed ? sum : (before ?? sum) };
}
