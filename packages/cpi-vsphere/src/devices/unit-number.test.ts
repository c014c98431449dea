import fc from 'fast-check';
import { expect, it } from 'vitest';
import { freeUnitNumber } from './unit-number.js';

it('gives each of 63 disks a place, never the controller’s own, then none', () => {
  const taken: number[] = [];
  for (let next = freeUnitNumber(taken); next !== undefined; next = freeUnitNumber(taken)) taken.push(next);
  expect(taken).toEqual(Array.from({ length: 64 }, (_, unit) => unit).filter((unit) => unit !== 7));
  expect(
    freeUnitNumber(
      Array.from({ length: 16 }, (_, unit) => unit),
      16,
    ),
  ).toBeUndefined();
});

it('is the smallest free one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(63)), (taken) => {
      const unit = freeUnitNumber(taken);
      if (unit === undefined) return taken.filter((one) => one !== 7).length === 63;
      const below = Array.from({ length: unit }, (_, one) => one);
      return !taken.includes(unit) && unit !== 7 && below.every((one) => one === 7 || taken.includes(one));
    }),
  );
});
