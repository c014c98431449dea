import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import * as ip from './index.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
/** `expression; // value, and why`: the value is a literal, or `throws` and a code. */
const promised = /^([^\s/].*); \/\/ (throws (\w+)|'[^']*'|-?\d+n?|true|false|undefined)(?=$|[ :,])/;
const isStatement = /^(const|for|import|let)\b/;

/** The example with each promising line turned into a call of `check`. */
function toTest(code: string): string {
  const lines = code
    .replace(/^import (\{[^}]*\}) from '@bosh6\/ip';$/m, 'const $1 = ip;')
    .split('\n')
    .map((line) => {
      const [, expression, value = '', thrown] = isStatement.test(line) ? [] : (promised.exec(line) ?? []);
      return expression === undefined ? line : `check(() => (${expression}), ${thrown ? `{ code: '${thrown}' }` : `{ value: ${value} }`});`;
    });
  return stripTypeScriptTypes(lines.join('\n'));
}

describe('each example of the README', () => {
  it.each(examples)('gives what it says: %#', (code) => {
    let checks = 0;
    const check = (run: () => unknown, { value, code: thrown }: { value?: unknown; code?: string }): void => {
      checks++;
      if (thrown === undefined) expect([String(run), run()]).toEqual([String(run), value]);
      else expect(run).toThrowError(expect.objectContaining({ code: thrown }));
    };
    new Function('ip', 'check', toTest(code))(ip, check);
    expect(checks).toBe(code.split('\n').filter((line) => line.includes('; // ') && !isStatement.test(line)).length);
    expect(checks).toBeGreaterThan(0);
  });

  it('and together they use every function and class of the package', () => {
    const used = examples.join('\n');
    expect(
      Object.keys(ip).filter((name) => !new RegExp(`\\b${name}\\b`).test(used) && name !== 'familyBits' && name !== 'addressBlocks'),
    ).toEqual([]);
  });
});
