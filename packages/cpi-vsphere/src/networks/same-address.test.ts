import { IpAddress } from '@bosh6/ip';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasAddress } from './same-address.js';

it('finds an address however the guest spells it, and no other', () => {
  const spelled = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).chain((value) => {
    const address = IpAddress.fromBigInt(6, value);
    const expanded = address.toExpanded();
    return fc.record({
      address: fc.constant(address),
      text: fc.constantFrom(`${address}`, expanded, expanded.toUpperCase(), `${address}%eth0`),
    });
  });
  fc.assert(
    fc.property(spelled, ({ address, text }) => {
      const other = address.toBigInt() === 0n ? address.add(1) : address.add(-1);
      return hasAddress([{}, { ipAddress: ['nonsense', text] }], address) && !hasAddress([{ ipAddress: [text] }], other);
    }),
  );
});

it('tells IPv4 from IPv6', () => {
  expect(hasAddress([{ ipAddress: ['10.0.0.1'] }], IpAddress.parse('10.0.0.1'))).toBe(true);
  expect(hasAddress([{ ipAddress: ['::a00:1'] }], IpAddress.parse('10.0.0.1'))).toBe(false);
  expect(hasAddress([], IpAddress.parse('10.0.0.1'))).toBe(false);
});
