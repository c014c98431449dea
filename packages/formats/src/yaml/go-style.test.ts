import { describe, expect, it } from 'vitest';
import { emitYaml } from './emit-yaml.js';
import { parseYaml } from './parse-yaml.js';

const go = (value: string): string => emitYaml([value], { like: 'go' }).slice(2, -1);

describe('YAML as the original CLI writes it', () => {
  it.each([
    ['1.2.3', '1.2.3'],
    ['0+dev.1', '0+dev.1'],
    ['sha256:ab', 'sha256:ab'],
    ['1', '"1"'],
    ['1.10', '"1.10"'],
    ['1_000', '"1_000"'],
    ['12e4', '"12e4"'],
    ['07', '"07"'],
    ['0x1f', '"0x1f"'],
    ['1:30', '"1:30"'],
    ['2019-01-28', '"2019-01-28"'],
    ['2019.01.28', '2019.01.28'],
    ['true', '"true"'],
    ['y', '"y"'],
    ['yes please', 'yes please'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['', '""'],
    ['.inf', '".inf"'],
    ['<<', '"<<"'],
    ['@a', "'@a'"],
    ["it's", "it's"],
    ["'quoted'", "'''quoted'''"],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ['- a', "'- a'"],
    ['-a', '-a'],
    [' a', "' a'"],
    ['ä', 'ä'],
    ['a\tb', '"a\\tb"'],
  ])('%j is %s', (value, written) => expect(go(value)).toBe(written));

  it('reads a commit hash of digits and one e as a text', () => {
    expect(parseYaml('[12e4567, 12e4]', 'x', { dialect: 'go' }).value).toEqual(['12e4567', 120000]);
  });

  it('puts keys in its order: digits count as numbers, letters come last', () => {
    const keys = ['b', 'a10', 'a9', 'a', 'B', 'a-1', '@', 'a09', 'a/b', 'a.b'];
    const written = emitYaml(Object.fromEntries(keys.map((key) => [key, 0])), { like: 'go' });
    expect(written.replaceAll(/'|: 0/g, '').trim().split('\n')).toEqual(['@', 'B', 'a', 'a-1', 'a.b', 'a/b', 'a9', 'a09', 'a10', 'b']);
  });
});
