import { attempt, spoil } from '@bosh6/base/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bindProperties } from './bind-properties.js';

it('properties of any shape are bound by their names, or refused', () => {
  const manifest = { a: { b: 1, c: { d: [1] } }, e: null };
  const name = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', '', '__proto__', 'constructor', 'prototype', 'polluted'), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join('.'));
  const declared = fc
    .array(fc.tuple(name, fc.record({ default: fc.jsonValue() }, { requiredKeys: [] })), { maxLength: 5 })
    .map((pairs) => Object.fromEntries(pairs));
  let bound = 0;
  fc.assert(
    fc.property(declared, fc.array(fc.nat(100_000), { maxLength: 6 }), (properties, chosen) => {
      const tried = attempt(() => bindProperties(properties as never, spoil({ value: manifest }, chosen) as never));
      if ('value' in tried) bound += 1;
    }),
    { numRuns: 2000 },
  );
  expect(bound).toBeGreaterThan(500);
});
