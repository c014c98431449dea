import { describe, expect, it } from 'vitest';
import { globPattern } from './globs.js';

describe('globs', () => {
  it.each([
    ['a/*', 'a/b', true],
    ['a/*', 'a/b/c', false],
    ['**/*', '.x', true],
    ['a/**/*', 'a/b', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'a', false],
    ['a/**/**', 'a/b', true],
    ['**.c', 'x.c', true],
    ['**.c', 'd/x.c', false],
    ['a.{c,h}', 'a.h', true],
    ['{d/{x,y}.*,a}', 'd/y.c', true],
    ['{d/{x,y}.*,a}', 'a', true],
    ['{d/**,a}', 'd/e/f', true],
    ['{,a}b', 'b', true],
    ['a.c', 'abc', false],
    ['[a-c]?', 'b+', true],
    ['[^a]', 'b', true],
    ['[^a]', 'a', false],
    // The original knows no other negation.
    ['[!a]', '!', true],
    ['[!a]', 'b', false],
    ['[ü]', 'ü', true],
    ['?', '\u{1f600}', true],
    ['a+(b)', 'a+(b)', true],
    ['x\\[1]', 'x[1]', true],
    ['x[[]1]', 'x[1]', true],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['\\{a,b}', '{a,b}', true],
    ['[\\]]', ']', true],
    ['[a\\-c]', '-', true],
    ['[a\\-c]', 'b', false],
  ])('%s of %s: %s', (glob, path, matches) => expect(globPattern(glob)?.test(path)).toBe(matches));

  it.each(['[', '[a', '[]', '[-a]', '[a-]', '{a', 'a\\', '{a,{b}'])('%s is malformed', (glob) => expect(globPattern(glob)).toBeUndefined());
});
