import type { CpiNetwork } from '@bosh6/cpi-protocol';
import { IpAddress } from '@bosh6/ip';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { macOf } from './mac-address.js';
import { planNics, withMacs } from './plan-nics.js';

const on = (name: string, ip: string, more: CpiNetwork = {}): CpiNetwork => ({ type: 'manual', ip, cloud_properties: { name }, ...more });

describe('NICs', () => {
  it('are one for each network, one for a nic_group, which both families of a network have too', () => {
    const nics = planNics({
      a: on('VM Network', '10.0.9.10', { nic_group: '1' }),
      b: on('DVS0/DVPG0', '10.0.8.10'),
      'a.ipv6': on('VM Network', 'fd00::a', { nic_group: '1' }),
      c: on('VM Network', '10.0.9.11'),
    });
    expect(nics.map(({ port, networks }) => [port, networks])).toEqual([
      ['VM Network', ['a', 'a.ipv6']],
      ['DVS0/DVPG0', ['b']],
      ['VM Network', ['c']],
    ]);
    expect(new Set(nics.map(({ mac }) => mac)).size).toBe(3);
  });

  it('put their MAC into the settings of each of their networks, and change nothing else', () => {
    const given = { a: on('n', '10.0.0.1', { nic_group: '1', odd: [1, null] }), b: on('n', 'fd00::1', { nic_group: '1' }) };
    const [nic] = planNics(given);
    expect(withMacs(given, planNics(given))).toEqual({ a: { ...given.a, mac: nic?.mac }, b: { ...given.b, mac: nic?.mac } });
  });

  it.each([
    [
      'a group on two port groups',
      { a: on('x', '10.0.0.1', { nic_group: '1' }), b: on('y', 'fd00::1', { nic_group: '1' }) },
      /'a' and 'b'.*nic_group '1'.*'x' and 'y'/,
    ],
    ['no port group', { a: { type: 'manual', ip: '10.0.0.1' } }, /network 'a': cloud_properties: 'name'/],
    ['a key that nobody knows', { a: on('x', '10.0.0.1', { cloud_properties: { name: 'x', nam: 'y' } }) }, /'nam'/],
    ['a dynamic network', { a: { type: 'dynamic', cloud_properties: { name: 'x' } } }, /network 'a' is of type 'dynamic'/],
    ['a virtual address', { a: on('x', '10.0.0.1', { type: 'vip' }) }, /'vip'/],
    ['no address', { a: { type: 'manual', cloud_properties: { name: 'x' } } }, /'a' has no ip/],
    ['what is no address', { a: on('x', '10.0.0') }, /'10\.0\.0' is not an address/],
  ])('are refused for %s', (_what, networks, message) => {
    expect(() => planNics(networks as never)).toThrow(
      expect.objectContaining({ code: 'VMCreationFailed', retryable: false, message: expect.stringMatching(message) }),
    );
  });
});

describe('MAC addresses', () => {
  const start = fc.oneof(
    fc.ipV4().map((text) => IpAddress.parse(text)),
    fc.bigInt({ min: 1n << 112n, max: (1n << 126n) - 1n }).map((value) => IpAddress.fromBigInt(6, value)),
  );

  it('are VMware’s own block for one’s own, and the same for the same address', () => {
    fc.assert(
      fc.property(start, (address) => {
        const mac = macOf(address);
        return /^00:50:56:[0-3][0-9a-f]:[0-9a-f]{2}:[0-9a-f]{2}$/.test(mac) && macOf(IpAddress.parse(address.toString())) === mac;
      }),
    );
  });

  it('differ within a range of 2^21 addresses', () => {
    fc.assert(
      fc.property(start, fc.nat(2 ** 21 - 1), fc.nat(2 ** 21 - 1), (address, one, two) => {
        // the range that the address is in
        const base = address.toBigInt() & ~BigInt(2 ** 21 - 1);
        const at = (offset: number): string => macOf(IpAddress.fromBigInt(address.family, base + BigInt(offset)));
        return (at(one) === at(two)) === (one === two);
      }),
    );
  });

  it('differ between the families of one number, and do not depend on the order of a group', () => {
    expect(macOf(IpAddress.parse('10.0.0.1'))).not.toBe(macOf(IpAddress.parse('::a00:1')));
    const four = on('n', '10.0.0.1', { nic_group: '1' });
    const six = on('n', 'fd00::1', { nic_group: '1' });
    expect(planNics({ four, six })[0]?.mac).toBe(planNics({ six, four })[0]?.mac);
  });
});
