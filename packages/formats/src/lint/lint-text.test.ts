import { describe, expect, it } from 'vitest';
import { lintText } from './lint-text.js';

const codes = (text: string): string[] => lintText(text, 'a.yml').problems.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('lintText', () => {
  it.each([
    ...['yes', 'No', 'on', 'OFF', 'y', 'N', '0777', '017', '08', '0o17', '0b101', '1_000', '80,443', '1e3', '1:30', '12:30:45'],
    ...['1:2:3:4:5:6:7:8', '2001:20:1:1:1:1:1:1', '::1', ':foo', '1.10', '97.10'],
  ])('warns of %s, which is not the same to all readers', (text) => {
    expect(codes(`a: ${text}\n`)).toEqual(['1:4 AmbiguousScalar']);
    expect(codes(`a: "${text}"\n`)).toEqual([]);
  });

  it.each([
    ...['true', 'null', '~', '', '0', '42', '-1', '1.5', '2.0', '1.12.2', 'latest', '1000-60000', '50%', '10.0.9.165', '10.0.9.0/24'],
    ...['2001:db8::1', 'fe80::1', '2001:4860:4860:0:0:0:0:8888', '2601:0646:0100:69f1::/64', '((var))', 'nono.io', 'yes and no', '0x1F'],
  ])('says nothing of %j', (text) => expect(codes(`a: ${text}\n`)).toEqual([]));

  it('takes 1.0 for a number, but not for a version', () => {
    expect(codes('ratio: 1.0\n')).toEqual([]);
    expect(codes('version: 1.0\n')).toEqual(['1:10 AmbiguousScalar']);
  });

  it.each(['2018-01-27', '2018-01-27T10:00:00Z'])('reports all dates, which the Director refuses: %s', (date) => {
    const { problems, document } = lintText(`a: ${date}\nb: ${date}\nc: yes\n`, 'a.yml');
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error DateScalar',
      'error DateScalar',
      'warning AmbiguousScalar',
    ]);
    expect(document?.value).toEqual({ a: date, b: date, c: true });
  });

  it('warns of keys, of addresses that end in two colons, of tabs, of keys that are there twice', () => {
    expect(codes('on: 1\n80: 2\n')).toEqual(['1:1 AmbiguousScalar']);
    expect(codes('a: 2001:db8::\n')).toEqual(['1:4 OpenAddress']);
    expect(codes('a:\n  b: 1\n\t# tab\n')).toEqual(['3:1 TabIndent']);
    expect(codes('a: |\n  x\n  \tscript\nb: 1\n')).toEqual([]);
    expect(codes('a: 1\nb: 2\na: 3\n')).toEqual(['3:1 DuplicateKey']);
    expect(codes('a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n')).toEqual([]);
  });

  it('reports each fault of what is no YAML, and another document', () => {
    expect(codes('a: "x\nb: 1')).toContainEqual(expect.stringMatching(/InvalidYaml$/));
    expect(codes('a: [1\nb: {c\n').every((code) => code.endsWith('InvalidYaml'))).toBe(true);
    expect(codes('a: *nobody\n')).toEqual(['1:4 InvalidYaml']);
    expect(codes('a: 1\n---\nb: 2\n')).toEqual(['2:1 SeveralDocuments']);
  });
});
