import { IntervalSet, IpAddress, IpPrefix, IpRange } from '@bosh6/ip';
import { describe, expect, it } from 'vitest';
import { allocate, canHold, type ManualNetwork, parseNetworks, reserveStatic } from './index.js';

const S4 = { range: '192.168.1.0/24', gateway: '192.168.1.1' };
const S6 = { range: '2001:db8:0:1::/64', gateway: '2001:db8:0:1::1' };
const network = (subnets: unknown[], director: string[] = []): ManualNetwork =>
  parseNetworks([{ name: 'a', subnets }], {
    azNames: ['z1', 'z2'],
    neverAllocate: director.map(IpAddress.parse),
    ignoreMissingGateway: true,
  })[0] as ManualNetwork;

/** The addresses of n instances, prefix lengths left out for single addresses; a number where allocation fails. */
function take(of: ManualNetwork, zones: (string | undefined)[], taken = IntervalSet.empty): (string | number | undefined)[] {
  let used = taken;
  return zones.map((az) => {
    const result = allocate(of, { used, ...(az !== undefined && { az }) });
    if (!result.ok) return result.error.number;
    used = used.add(result.reservation.prefix.toRange());
    return short(result.reservation.prefix);
  });
}
const short = (prefix: IpPrefix): string => String(prefix.hostBits === 0 ? prefix.address : prefix);
const n = (count: number): undefined[] => Array.from({ length: count }, () => undefined);

/** Numbers are the rows of the networking reference, table C (and A where an allocation is expected). */
describe('allocation cases', () => {
  it.each<[string, unknown[], number, (string | number)[], string[]?]>([
    ['6 IPv4 without gateway', [{ range: S4.range }], 1, ['192.168.1.1']],
    ['6 IPv6 without gateway', [{ range: S6.range }], 1, ['2001:db8:0:1::1']],
    ['9 /31 has both ends (BOSH: none)', [{ range: '192.168.1.0/31' }], 3, ['192.168.1.0', '192.168.1.1', 130011]],
    ['9 /127 has both ends (BOSH: none)', [{ range: '2001:db8::/127' }], 3, ['2001:db8::', '2001:db8::1', 130011]],
    ['18 reserved a string', [{ ...S4, reserved: '192.168.1.2 - 192.168.1.4' }], 1, ['192.168.1.5']],
    ['32 range with host bits', [{ ...S4, range: '192.168.1.77/24' }], 1, ['192.168.1.2']],
    [
      '54 between static and reserved',
      [
        {
          ...S4,
          static: ['192.168.1.11', '192.168.1.14'],
          reserved: ['192.168.1.2-192.168.1.10', '192.168.1.12-192.168.1.13', '192.168.1.20-192.168.1.254'],
        },
      ],
      6,
      ['192.168.1.15', '192.168.1.16', '192.168.1.17', '192.168.1.18', '192.168.1.19', 130011],
    ],
    [
      '56 /29',
      [{ range: '192.168.1.0/29', gateway: '192.168.1.1' }],
      6,
      ['192.168.1.2', '192.168.1.3', '192.168.1.4', '192.168.1.5', '192.168.1.6', 130011],
    ],
    [
      '57 /125 has its last address (BOSH: not)',
      [{ ...S6, range: '2001:db8:0:1::/125' }],
      7,
      ['2001:db8:0:1::2', '2001:db8:0:1::3', '2001:db8:0:1::4', '2001:db8:0:1::5', '2001:db8:0:1::6', '2001:db8:0:1::7', 130011],
    ],
    ['58 reserved /28', [{ ...S4, reserved: ['192.168.1.0/28'] }], 2, ['192.168.1.16', '192.168.1.17']],
    ['58 reserved /28 with host bits', [{ ...S4, reserved: ['192.168.1.1/28'] }], 1, ['192.168.1.16']],
    [
      '59 three reserved ranges',
      [
        {
          range: '10.0.128.0/21',
          gateway: '10.0.128.1',
          reserved: ['10.0.128.0-10.0.129.255', '10.0.130.0-10.0.131.255', '10.0.132.0-10.0.133.0'],
        },
      ],
      1,
      ['10.0.133.1'],
    ],
    ['60 /27', [{ range: '10.0.11.32/27', gateway: '10.0.11.33', reserved: ['10.0.11.32-10.0.11.35', '10.0.11.63'] }], 1, ['10.0.11.36']],
    ['61 the Director holds one, IPv4', [S4], 2, ['192.168.1.3', '192.168.1.4'], ['192.168.1.2', '2001:db8:0:1::2']],
    ['61 the Director holds one, IPv6', [S6], 2, ['2001:db8:0:1::3', '2001:db8:0:1::4'], ['192.168.1.2', '2001:db8:0:1::2']],
    [
      "63 the author's network",
      [
        {
          range: '2601:0646:0100:69f0:0000:0000:0000:0000/64',
          gateway: '2601:646:100:69f0:20d:b9ff:fe48:9249',
          reserved: ['2601:0646:0100:69f0:0000:0000:0000:0000-2601:0646:0100:69f0:0000:0000:0000:0020'],
        },
      ],
      2,
      ['2601:646:100:69f0::21', '2601:646:100:69f0::22'],
    ],
    [
      '64 half a /64 reserved',
      [{ ...S6, reserved: ['2001:db8:0:1::-2001:db8:0:1:7fff:ffff:ffff:fffe'] }],
      1,
      ['2001:db8:0:1:7fff:ffff:ffff:ffff'],
    ],
    [
      '65 the next subnet when one is full',
      [
        { range: '192.168.1.0/30', gateway: '192.168.1.1' },
        { range: '192.168.2.0/30', gateway: '192.168.2.1' },
      ],
      3,
      ['192.168.1.2', '192.168.2.2', 130011],
    ],
    ['68 static is left alone', [{ ...S4, static: ['192.168.1.3'] }], 3, ['192.168.1.2', '192.168.1.4', '192.168.1.5']],
    ['70 prefixes', [{ range: '10.10.0.0/24', gateway: '10.10.0.1', prefix: 28 }], 3, ['10.10.0.16/28', '10.10.0.32/28', '10.10.0.48/28']],
    [
      '71 IPv6 prefixes',
      [{ range: '2001:db8:1000::/64', gateway: '2001:db8:1000::1', prefix: '80', reserved: ['2001:db8:1000::-2001:db8:1000::3'] }],
      3,
      ['2001:db8:1000:0:1::/80', '2001:db8:1000:0:2::/80', '2001:db8:1000:0:3::/80'],
    ],
    ['72 the whole range as one prefix', [{ ...S4, prefix: 24 }], 1, [130011]],
    ['73 gateway in the second block', [{ ...S4, gateway: '192.168.1.20', prefix: 28 }], 2, ['192.168.1.32/28', '192.168.1.48/28']],
    ['75 static blocks are left alone', [{ ...S4, prefix: 26, static: ['192.168.1.64', '192.168.1.128', '192.168.1.191'] }], 1, [130011]],
    [
      '77 /56 into /64',
      [{ range: '2001:db8:abcd::/56', gateway: '2001:db8:abcd::1', prefix: 64 }],
      2,
      ['2001:db8:abcd:1::/64', '2001:db8:abcd:2::/64'],
    ],
  ])('%s', (_, subnets, count, expected, director = []) => {
    expect(take(network(subnets, director), n(count))).toEqual(expected);
  });

  it('72 /24 gives 14 of /28', () => {
    const all = take(network([{ ...S4, prefix: 28 }]), n(15));
    expect(all.slice(-2)).toEqual(['192.168.1.224/28', 130011]);
  });

  it('66 by AZ', () => {
    const zone = (third: number, az: string): unknown => ({ range: `192.168.${third}.0/30`, gateway: `192.168.${third}.1`, az });
    const of = network([zone(1, 'z1'), zone(2, 'z1'), zone(3, 'z2')]);
    expect(take(of, ['z1', 'z1', 'z1'])).toEqual(['192.168.1.2', '192.168.2.2', 130011]);
    expect(take(of, ['z1', 'z1', 'z2'])).toEqual(['192.168.1.2', '192.168.2.2', '192.168.3.2']);
    expect(allocate(of, { az: 'z3', used: IntervalSet.empty })).toMatchObject({ ok: false, reason: 'no subnet' });
  });

  it('67 one subnet of two AZs', () => {
    expect(take(network([{ ...S4, azs: ['z1', 'z2'] }]), ['z1', 'z2'])).toEqual(['192.168.1.2', '192.168.1.3']);
  });

  it('74 a prefix does not overlap a single address of another network', () => {
    const p = network([{ range: '192.168.1.0/29', gateway: '192.168.1.1', prefix: 31 }]);
    expect(take(p, n(1), IntervalSet.of(IpRange.parse('192.168.1.2')))).toEqual(['192.168.1.4/31']);
  });

  it('takes the family that is asked for', () => {
    const both = network([S4, S6]);
    const six = allocate(both, { family: 6, used: IntervalSet.empty });
    expect(six.ok && short(six.reservation.prefix)).toBe('2001:db8:0:1::2');
  });

  it('gives a vip out of a global pool and nothing of a dynamic network', () => {
    const [vip, dynamic] = parseNetworks(
      [
        { name: 'v', type: 'vip', subnets: [{ static: ['2001:db8::99', '69.69.69.69'] }] },
        { name: 'd', type: 'dynamic' },
      ],
      { azNames: [], neverAllocate: [] },
    );
    if (vip === undefined || dynamic === undefined) throw new Error('two networks were parsed');
    const first = allocate(vip, { used: IntervalSet.of(IpRange.parse('69.69.69.69')) });
    expect(first.ok && String(first.reservation.prefix)).toBe('2001:db8::99/128');
    expect(allocate(dynamic, { used: IntervalSet.empty })).toMatchObject({ ok: false, reason: 'not ours' });
  });
});

describe('static reservation cases', () => {
  const of = network([
    { ...S4, az: 'z1', reserved: ['192.168.1.6'], static: ['192.168.1.4-192.168.1.8'] },
    { ...S6, az: 'z1', static: ['2001:db8:0:1:8000::/65'] },
  ]);
  const used = IntervalSet.of(IpRange.parse('192.168.1.7'));
  it.each([
    ['192.168.3.5', 130012],
    ['49 192.168.1.6', 130013],
    ['192.168.1.1', 130013],
    ['2001:db8:0:1::', 130013],
    ['90 192.168.1.7', 130008],
    ['192.168.1.30', 130009],
  ])('%s is refused', (text, number) => {
    const address = IpAddress.parse(text.split(' ').at(-1) as string);
    expect(reserveStatic(of, address, { az: 'z1', used, pointer: '/x' })).toMatchObject({
      ok: false,
      error: { number, where: { pointer: '/x' }, message: expect.stringMatching(new RegExp(`${address}.* network 'a'`)) },
    });
  });

  it('is given in a pool of any size', () => {
    const result = reserveStatic(of, IpAddress.parse('2001:0DB8:0:1:FFFF:0:0:1'), { az: 'z1', used });
    expect(result).toMatchObject({ ok: true, reservation: { family: 6, network: 'a', kind: 'static' } });
    expect(reserveStatic(of, IpAddress.parse('192.168.1.4'), { az: 'z2', used })).toMatchObject({ ok: false, error: { number: 150007 } });
  });

  it('76 delegated prefixes by their base', () => {
    const p = network([{ ...S4, prefix: 27, static: ['192.168.1.30-192.168.1.40', '192.168.1.96/26'] }]);
    const ask = (text: string) => reserveStatic(p, IpAddress.parse(text), { used: IntervalSet.empty });
    expect(['192.168.1.32', '192.168.1.64', '192.168.1.96'].map((text) => ask(text).ok)).toEqual([true, true, true]);
    expect(ask('192.168.1.33')).toMatchObject({ ok: false, error: { number: 16015 } });
  });

  it('an existing reservation is found to fit, or not', () => {
    const holds = (text: string, az?: string) => canHold(of, IpPrefix.parse(text), az === undefined ? {} : { az });
    expect([holds('192.168.1.30'), holds('192.168.1.6'), holds('192.168.9.1'), holds('192.168.1.30', 'z2')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
