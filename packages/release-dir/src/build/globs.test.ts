import { describe, expect, it } from 'vitest';
import { globPattern } from './globs.js';

describe('globs', () => {
  it.each([
    ['a/*', 'a/b', true],
    ['a/*', 'a/b/c', false],
    ['**/*', '.x', true],
    ['a/**/*', 'a/b', true],
    ['a/**', 'a/b/c', true],
    ['a.{c,h}', 'a.h', true],
    ['a.c', 'abc', false],
    ['[a-c]?', 'b+', true],
    ['[!a]', 'a', false],
    ['a+(b)', 'a+(b)', true],
  ])('%s of %s: %s', (glob, path, matches) => expect(globPattern(glob).test(path)).toBe(matches));
});
