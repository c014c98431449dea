import { IpAddress } from '@bosh6/ip';
import { expect, test } from 'vitest';
import type { ReservationRow } from '../persistence/rows/index.js';
import { addressesOf, holdsAddress, wantedAddress } from './addresses-of.js';

test('IPv4 first, each family by number, a delegated prefix with its length', () => {
  const row = (text: string, prefix: number): ReservationRow => {
    const address = IpAddress.parse(text);
    const { family } = address;
    return { family, first: address.toBytes16(), prefix } as ReservationRow;
  };
  const rows = [row('fd00::10', 128), row('10.0.0.10', 32), row('fd00:1::', 64), row('10.0.0.9', 32), row('fd00::9', 128)];
  expect(addressesOf(rows)).toEqual(['10.0.0.9', '10.0.0.10', 'fd00::9', 'fd00::10', 'fd00:1::/64']);
});

test('what the IaaS chose on a dynamic network is there too, once', () => {
  const dynamic = (ip?: string) => ({ type: 'dynamic', ...(ip === undefined ? {} : { ip }) });
  const networks = {
    d: dynamic('2001:DB8::0007'),
    'd.ipv4': dynamic('10.0.0.7'),
    e: dynamic('10.0.0.7'),
    f: dynamic(),
    m: { type: 'manual', ip: '10.0.0.8' },
  };
  expect(addressesOf([], networks)).toEqual(['10.0.0.7', '2001:db8::7']);
});

test.each([
  ['2001:0DB8:0000:0000:0000:0000:0000:0005', true],
  ['[2001:db8::5]', true],
  ['2001:db8::6', false],
  ['fd00:1::77', true],
  ['10.0.0.9', true],
  ['::ffff:10.0.0.9', false],
])('%s is asked for: %s', (text, found) => {
  const address = wantedAddress(text);
  expect(address !== undefined && holdsAddress(['10.0.0.9', '2001:db8::5', 'fd00:1::/64'], address)).toBe(found);
});

test.each(['10.0.0.09', '10.0.0.0/24', 'nginx', 'fe80::1%eth0', '[::1'])('%j is no address to ask for', (text) => {
  expect(() => wantedAddress(text)).toThrow(
    expect.objectContaining({ code: 'FieldValueInvalid', where: { document: 'request', pointer: '/ip' } }),
  );
});
