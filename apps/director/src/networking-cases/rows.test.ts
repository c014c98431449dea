import { expect, it } from 'vitest';
import { mayDiffer, tables } from './rows.test.support.js';

const rows = Object.values(tables).flat();

it('has all 132 rows of the networking reference, each once', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 132 }, (_, at) => at + 1));
});

it('differs from BOSH only where that was decided, and says why', () => {
  const cases = rows.flatMap(({ number, cases }) => Object.values(cases).map((given) => ({ number, ...given })));
  const differing = cases.filter(({ original, ours }) => ours !== undefined && JSON.stringify(ours) !== JSON.stringify(original));
  expect(differing.filter(({ number }) => !mayDiffer.has(number))).toEqual([]);
  expect(differing.filter(({ because = '' }) => !/\S/.test(because))).toEqual([]);
  expect(cases.filter(({ ours, because }) => because !== undefined && ours === undefined)).toEqual([]);
});
