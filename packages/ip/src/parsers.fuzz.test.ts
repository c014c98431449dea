import { CodedError } from '@bosh6/base';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eui64Address, IpAddress, IpPrefix, IpRange, parseEndpoint } from './index.js';

/** Text of the pieces that addresses are made of, and text of anything. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('0', '1', '9', 'f', 'G', ':', '::', '.', '/', '-', ' - ', '%', '[', ']', '25', 'fe80', '2001:db8', '\0'),
    maxLength: 24,
  }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const slash64 = IpPrefix.parse('2001:db8::/64');

it.each<[string, (text: string) => unknown]>([
  ['IpAddress', IpAddress.parse],
  ['IpPrefix', IpPrefix.parse],
  ['IpRange', IpRange.parse],
  ['IpPrefix.fromNetmask', (mask) => IpPrefix.fromNetmask(slash64.address, mask)],
  ['parseEndpoint', (host) => parseEndpoint(host, 25555)],
  ['eui64Address', (mac) => eui64Address(slash64, mac)],
])('%s gives a value that prints and reads as itself, or a coded error, whatever it is given', (_name, parse) => {
  fc.assert(
    fc.property(text, (given) => {
      let value: unknown;
      try {
        value = parse(given);
      } catch (error) {
        expect(CodedError.is(error)).toBe(true);
        return;
      }
      if (value instanceof IpAddress || value instanceof IpPrefix || value instanceof IpRange) {
        const again = (value.constructor as typeof IpAddress).parse(String(value));
        expect(String(again)).toBe(String(value));
      }
    }),
    { numRuns: 2000 },
  );
});
