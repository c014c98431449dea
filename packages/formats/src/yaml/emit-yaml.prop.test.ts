import type { Json } from '@bosh6/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emitYaml } from './emit-yaml.js';
import { parseYaml } from './parse-yaml.js';

const tricky = fc.constantFrom(
  ...[
    'yes',
    'y',
    'N',
    '~',
    '',
    'null',
    '017',
    '08',
    '0o17',
    '0x1f',
    '1_000',
    '80,443',
    '1:30',
    '12:30:45',
    '1e3',
    '.5',
    '1.',
    '.inf',
    '2018-01-27',
    '::1',
    ':foo',
    '<<',
    '=',
    '-',
    '- a',
    'a: b',
    '#x',
    '[::]:80',
    '1:2:3:4:5:6:7:8',
    '10.0.9.165',
    '1.2.3',
    '10.0.9.0/24',
    '10.0.9.1-10.0.9.9',
    '2601:646:100:69f1::165',
    'a\nb',
    'a\nb\n',
    '\n',
    ' a',
    'a\n\n',
    '  x\ny',
    'tab\t',
    '!x',
    '&a',
    '*a',
    '%',
    '@',
    '`',
    "'",
    '"',
    '{',
    '|',
    '>',
    '?',
  ],
);
const text = fc.oneof(
  tricky,
  fc.string({ unit: 'binary' }).filter((s) => s.isWellFormed()),
  fc.string(),
);
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('tree'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

describe('emitYaml', () => {
  it('is read back the same by every dialect', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const emitted = emitYaml(value);
        expect(parseYaml(emitted, 't', { dialect: 'psych' }).value).toEqual(value);
        expect(parseYaml(emitted, 't', { dialect: 'go' }).value).toEqual(value);
        expect(parse(emitted)).toEqual(value);
        expect(parse(emitted, { version: '1.1' })).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes addresses of both families alike, quoted only where some reader needs it', () => {
    expect(emitYaml(['10.0.9.165', '10.0.9.0/24', '2601:646:100:69f1::165', '::1', '1:2:3:4:5:6:7:8'])).toBe(
      '- 10.0.9.165\n- 10.0.9.0/24\n- 2601:646:100:69f1::165\n- "::1"\n- "1:2:3:4:5:6:7:8"\n',
    );
  });

  it('sorts keys and keeps blocks readable', () => {
    expect(emitYaml({ b: 'x\ny\n', a: [{ c: '::1' }] })).toBe('a:\n- c: "::1"\nb: |\n  x\n  y\n');
  });
});
