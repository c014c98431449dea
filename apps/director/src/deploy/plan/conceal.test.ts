import type { Json } from '@bosh6/base';
import { expect, test } from 'vitest';
import { concealer } from './conceal.js';

const written: Json = { whole: '((pw))', part: 'user:((pw))@host', cert: '((cert))', list: [{ n: '((n))' }], plain: 'text', size: 64 };
const filled: Json = { whole: 's3', part: 'user:s3@host', cert: { ca: 'CA', key: 'KEY' }, list: [{ n: 7 }], plain: 'text', size: 64 };
const conceal = concealer([{ written, filled }, { written: { old: 'former', pw: '((pw))' } }]);

test('what placeholders gave is their text, wherever it went', () => {
  expect(conceal(filled)).toEqual({ ...written, cert: { ca: '((cert))', key: '((cert))' } });
  expect(conceal({ deep: ['s3', { other: 'KEY' }] })).toEqual({ deep: ['((pw))', { other: '((cert))' }] });
});

test('what stands in no text is redacted; what was written before is told, also as another type', () => {
  expect(conceal(['rotated', 99, 'former', '64', true, null])).toEqual(['<redacted>', '<redacted>', 'former', '64', true, null]);
});

test('a literal that is also a secret is the secret', () => {
  expect(concealer([{ written: ['((pw))', 's3'], filled: ['s3', 's3'] }])('s3')).toBe('((pw))');
});
