import { expect, test } from 'vitest';
import { patternOf } from './monit-pattern.js';

test.each<[string, string, string]>([
  ['^[[:alpha:]_]+$', 'ab_', 'a1'],
  ['^[^[:space:]]$', 'x', ' '],
  ['^[[:print:]]+$', 'a ~', 'a\t'],
  ['^[[:graph:]]+$', 'a~', 'a b'],
  ['^[[:punct:]]+$', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', 'a'],
  ['^[[:cntrl:]]+$', '\u0001\n\u007f', ' '],
  ['^[]x]+$', 'x]', '['],
  ['^[^]x]$', 'y', ']'],
  ['^[]]$', ']', 'x'],
  ['^[\\]x]$', ']', '\\'],
  ['^\\[[[:digit:]]', '[1', '1'],
  ['^\\[:digit:\\]$', '[:digit:]', '1'],
])('%s', (pattern, matching, other) => {
  expect(patternOf(pattern).test(matching)).toBe(true);
  expect(patternOf(pattern).test(other)).toBe(false);
});

test.each(['[[:digits:]]', '[[:digit:]', '[]', '[^]', '[a', '('])('no pattern: %s', (pattern) => {
  expect(() => patternOf(pattern)).toThrow(SyntaxError);
});
