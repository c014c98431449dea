import { describe, expect, it } from 'vitest';
import { storeKinds } from '../persistence/stores.test.suite.js';
import { runCase } from './director.test.support.js';
import { matching } from './matching.test.support.js';
import type { Expected, Row } from './scenario.test.support.js';

/** One test a row and database, named after its number. */
export function runRows(rows: readonly Row[]): void {
  describe.each(storeKinds)('on $name', (kind) => {
    for (const { number, title, cases } of rows) {
      it(`${number} ${title}`, async () => {
        const results = await Promise.all(
          Object.entries(cases).map(async ([letter, given]) => {
            const told = await runCase(given, kind);
            const wanted = (given.ours ?? given.original).flatMap(each);
            const pairs = wanted.map((expected, at) => matching(expected, told[at] ?? {}));
            return {
              letter,
              expected: pairs.map((pair) => pair.expected),
              told: told.length === wanted.length ? pairs.map((pair) => pair.told) : told,
            };
          }),
        );
        const by = (key: 'expected' | 'told') => Object.fromEntries(results.map((result) => [`${number}${result.letter}`, result[key]]));
        expect(by('told')).toEqual(by('expected'));
      });
    }
  });
}

function each(expected: Expected): readonly Expected[] {
  return typeof expected === 'object' && 'together' in expected ? expected.together : [expected];
}
