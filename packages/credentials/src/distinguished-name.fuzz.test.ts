import { attempt } from '@bosh6/base/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commonNameOf, parseDistinguishedName } from './distinguished-name.js';

const part = fc
  .tuple(fc.constantFrom('C', 'ST', 'L', 'O', 'OU', 'CN', 'X', ''), fc.string({ maxLength: 8 }))
  .map(([key, value]) => `${key}=${value}`);
const names = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(part, { maxLength: 5 }).map((parts) => parts.join(', ')),
);

it('a distinguished name is read, in its order, or refused with a code', () => {
  let read = 0;
  fc.assert(
    fc.property(names, (dn) => {
      const parsed = attempt(() => parseDistinguishedName(dn));
      const common = attempt(() => commonNameOf(dn));
      expect('value' in parsed).toBe('value' in common);
      if (!('value' in parsed)) return;
      read++;
      for (const one of parsed.value) for (const [value] of Object.values(one)) expect(dn).toContain(value);
    }),
    { numRuns: 3_000 },
  );
  expect(read).toBeGreaterThan(300);
});
