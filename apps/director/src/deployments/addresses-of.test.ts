import { IpAddress } from '@bosh6/ip';
import { expect, test } from 'vitest';
import type { ReservationRow } from '../persistence/rows/index.js';
import { addressesOf } from './addresses-of.js';

test('IPv4 first, each family by number, a delegated prefix with its length', () => {
  const row = (text: string, prefix: number): ReservationRow => {
    const address = IpAddress.parse(text);
    const { family } = address;
    return { family, first: address.toBytes16(), prefix } as ReservationRow;
  };
  const rows = [row('fd00::10', 128), row('10.0.0.10', 32), row('fd00:1::', 64), row('10.0.0.9', 32), row('fd00::9', 128)];
  expect(addressesOf(rows)).toEqual(['10.0.0.9', '10.0.0.10', 'fd00::9', 'fd00::10', 'fd00:1::/64']);
});
