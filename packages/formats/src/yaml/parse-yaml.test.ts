import { CodedError } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { duplicateKeyWarnings } from './duplicate-keys.js';
import { parseYaml } from './parse-yaml.js';

const value = (text: string, dialect: 'psych' | 'go' = 'psych') => parseYaml(text, 't.yml', { dialect }).value;

describe('plain scalars as the Director reads them', () => {
  it.each([
    ['yes', true],
    ['off', false],
    ['y', 'y'],
    ['~', null],
    ['', null],
    ['017', 15],
    ['08', '08'],
    ['0x1F', 31],
    ['0b101', 5],
    ['1_000', 1000],
    ['1__0', '1__0'],
    ['80,443', 80443],
    ['1:30', '1:30'],
    ['1e3', '1e3'],
    ['1.2e+3', 1200],
    ['97.10', 97.1],
    ['1.12.2', '1.12.2'],
    ['10.0.0.0/24', '10.0.0.0/24'],
    ['2001:db8::1', '2001:db8::1'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
    ['::1', '::1'],
    ['((var))', '((var))'],
    ['"1"', '1'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
    ['-5', -5],
    ['!foo bar', 'bar'],
  ])('%s', (text, expected) => expect(value(`k: ${text}`)).toEqual({ k: expected }));

  it.each([
    ['y', true],
    ['08', 8],
    ['0o17', 15],
    ['1e3', 1000],
    ['80,443', '80,443'],
    ['2018-01-27', '2018-01-27'],
    ['1.5', 1.5],
  ])('as the original CLI: %s', (text, expected) => expect(value(`k: ${text}`, 'go')).toEqual({ k: expected }));

  it.each([
    ['k: 2001:db8::', '2001:db8::'],
    ['k: 2001:DB8:: # the router', '2001:DB8::'],
    ['k: ::', '::'],
    ['k: [2001:db8::, fe80::,::]', ['2001:db8::', 'fe80::', '::']],
    ['k:\n- 2001:db8::\n-  fe80::\n', ['2001:db8::', 'fe80::']],
    ['k: {a: 2001:db8::, b: ::}', { a: '2001:db8::', b: '::' }],
    ['k: "2001:db8::"', '2001:db8::'],
    ["k: ' 2001:db8::'", ' 2001:db8::'],
    ['k: |\n  listen [::]:80;\n  - fe80::\n', 'listen [::]:80;\n- fe80::\n'],
    ['k: >\n  a: 2001:db8::\n', 'a: 2001:db8::\n'],
    ['k: &x 1\nfe80:::\n  z: 1', 1],
    ['k: [g::]', [{ 'g:': null }]],
  ])('an address that ends in two colons is no key: %j', (text, expected) => expect(value(text)).toMatchObject({ k: expected }));

  it('an address that ends in two colons moves nothing', () => {
    const text = 'a: {b: 2001:db8::, c: 1}\nd: [fe80::, x]\n';
    const document = parseYaml(text, 't.yml');
    expect(document.text).toBe(text);
    expect(document.locate('/a/c')).toEqual({ line: 1, column: 20 });
    expect(document.locate('/d/1')).toEqual({ line: 2, column: 13 });
    expect(document.scalarText('/a/b')).toBe('2001:db8::');
    expect(() => value('a: 2001:db8::\nb: c: d')).toThrow(expect.objectContaining({ where: { document: 't.yml', line: 2, column: 4 } }));
  });

  it('refuses a date, and says where', () => {
    expect(() => value('a: 1\nb:\n  c: 2018-01-27')).toThrow(
      expect.objectContaining({ code: 'InvalidYaml', where: { document: 't.yml', line: 3, column: 6 } }),
    );
  });
});

describe('structure', () => {
  it.each([
    ['merges', 'a: &x {p: 1, q: 2}\nb: {p: 3, <<: *x, q: 4}', { a: { p: 1, q: 2 }, b: { p: 1, q: 4 } }],
    ['takes the last duplicate', 'a: 1\na: 2', { a: 2 }],
    ['takes the first document', 'a: 1\n---\nb: 2', { a: 1 }],
    ['keeps keys as written', '1: a\ntrue: b\n0x1: c', { 1: 'a', true: 'b', '0x1': 'c' }],
    ['is empty', '', null],
    ['reads block scalars', 'a: |\n  listen [::]:80 ipv6only=off;\n', { a: 'listen [::]:80 ipv6only=off;\n' }],
    ['decodes binary', 'a: !!binary aGk=', { a: 'hi' }],
  ])('%s', (_name, text, expected) => expect(value(text)).toEqual(expected));

  it('does not touch prototypes', () => {
    const read = value('__proto__: {polluted: true}');
    expect(Object.keys(read as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('stops at an alias bomb, a loop and a deep nest', () => {
    const bomb = [
      'a0: &a0 [x]',
      ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`),
    ].join('\n');
    for (const text of [bomb, 'a: &a [*a]', '['.repeat(20_000), 'a: [1', 'a: b: c', '\tx: 1\n y']) {
      let caught: unknown;
      try {
        value(text);
      } catch (error) {
        caught = error;
      }
      expect(CodedError.is(caught, 'InvalidYaml'), text.slice(0, 20)).toBe(true);
    }
  });
});

describe('duplicate keys', () => {
  it.each([
    ['a: 1\nb:\n  c: 1\n  c: 2\na: 3\n', ["t.yml, line 4: key 'c' is already in line 3; the last one counts", /line 5: key 'a' .* line 1/]],
    ['a: &x {p: 1}\nb: {<<: *x, p: 2}\nc: {p: 1}\nd: *x\n', []],
    ['a: &x\n  p: 1\n  p: 2\nb: *x\n', [/line 3: key 'p'/]],
    ['- a: 1\n- a: 2\n', []],
  ])('%j', (text, expected) => {
    const found = duplicateKeyWarnings(parseYaml(text, 't.yml'));
    expect(found).toEqual(expected.map((each) => expect.stringMatching(each)));
  });
});

describe('locate', () => {
  const document = parseYaml('a:\n  b:\n  - c: 1\n  - "d/e": 2\nm: &m\n  n: 1\no: *m\np:\n  <<: *m\n', 't.yml');
  it.each([
    ['', 1, 1],
    ['/a/b/0/c', 3, 5],
    ['/a/b/1/d~1e', 4, 5],
    ['/a/b/7', 2, 3],
    ['/a/nothing', 1, 1],
    ['/o/n', 6, 3],
    ['/p/n', 6, 3],
  ])('%s', (pointer, line, column) => expect(document.locate(pointer)).toEqual({ line, column }));
});

describe('a text of several documents', () => {
  it.each([
    ['a: 1\n---\nb: 2\n', { line: 2, column: 1 }],
    ['a: 1\n', undefined],
    ['---\na: 1\n...\n', undefined],
    ['a: 1\n---\n', undefined],
    ['', undefined],
  ])('%j says where the second begins', (text, another) => {
    expect(parseYaml(text, 't').another).toEqual(another);
  });
});

it('says of a text that nests too deeply just that, at whichever depth the reader gives up', () => {
  for (const depth of [501, 3000, 20_000]) {
    expect(() => parseYaml('['.repeat(depth) + ']'.repeat(depth), 'deep.yml')).toThrow(
      expect.objectContaining({ code: 'InvalidYaml', message: expect.stringContaining('nested too deeply') }),
    );
  }
  expect(parseYaml('['.repeat(500) + ']'.repeat(500), 'deep.yml').value).toHaveLength(1);
});
