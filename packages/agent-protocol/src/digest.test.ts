import { createHash } from 'node:crypto';
import { CodedError } from '@bosh6/base';
import { expect, test } from 'vitest';
import { formatDigest, parseDigest } from './digest.js';

const sha1 = createHash('sha1').update('x').digest('hex');
const sha256 = createHash('sha256').update('x').digest('hex');
const sha512 = createHash('sha512').update('x').digest('hex');

test('a bare hex text is SHA-1', () => {
  expect(parseDigest(sha1)).toEqual([{ algorithm: 'sha1', hex: sha1 }]);
});

test('the strongest digest comes first', () => {
  expect(parseDigest(`${sha1};sha512:${sha512};sha256:${sha256}`).map((digest) => digest.algorithm)).toEqual(['sha512', 'sha256', 'sha1']);
});

test('an unknown algorithm is left out', () => {
  expect(parseDigest(`md7:abc;sha256:${sha256.toUpperCase()}`).map(formatDigest)).toEqual([`sha256:${sha256}`]);
});

test.each(['', 'md7:abc', 'xyz', `${sha1};${sha1}`, `sha256:${sha1}`, 'constructor:abc'])('%j is refused', (text) => {
  expect(() => parseDigest(text)).toThrow(CodedError);
});
