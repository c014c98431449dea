import { IntervalSet, IpAddress, IpRange } from '@bosh6/ip';
import { describe, expect, it } from 'vitest';
import { coalesce, rangesIn, regionsOf, total } from './usage-regions.js';

const set = (...texts: string[]): IntervalSet => IntervalSet.of(...texts.map((text) => IpRange.parse(text)));
const list = (...texts: string[]): IpRange[] => [...set(...texts).ranges()];
const drawn = (pool: Parameters<typeof regionsOf>[0]): string[] =>
  regionsOf(pool).map(({ first, last, used, reserved, static: fixed, free, staticUsed }) => {
    const of = { used, reserved, static: fixed, free, staticUsed };
    const [from, to] = [first, last].map((value) => IpAddress.fromBigInt(pool.range.family, value));
    return `${from}-${to} ${Object.entries(of).flatMap(([kind, count]) => (count === 0n ? [] : [`${kind} ${count}`]))}`;
  });

describe('the regions of a subnet', () => {
  it('are cut where something begins or ends', () => {
    const range = IpRange.parse('2001:db8::/64');
    const used = list('2001:db8::2-2001:db8::3', '2001:db8::11');
    expect(
      drawn({ range, hostBits: 0, used, restricted: set('2001:db8::-2001:db8::1'), static: set('2001:db8::10-2001:db8::1f') }),
    ).toEqual([
      '2001:db8::-2001:db8::1 reserved 2',
      '2001:db8::2-2001:db8::3 used 2',
      '2001:db8::4-2001:db8::f free 12',
      '2001:db8::10-2001:db8::10 static 1',
      '2001:db8::11-2001:db8::11 used 1,staticUsed 1',
      '2001:db8::12-2001:db8::1f static 14',
      '2001:db8::20-2001:db8::ffff:ffff:ffff:ffff free 18446744073709551584',
    ]);
  });

  it('count delegated prefixes, a touched one as a whole', () => {
    const range = IpRange.parse('10.0.0.0/24');
    expect(
      drawn({
        range,
        hostBits: 4,
        used: list('10.0.0.16/28', '10.0.0.40'),
        restricted: set('10.0.0.0-10.0.0.1', '10.0.0.255'),
        static: set(),
      }),
    ).toEqual([
      '10.0.0.0-10.0.0.15 reserved 1',
      '10.0.0.16-10.0.0.47 used 2',
      '10.0.0.48-10.0.0.239 free 12',
      '10.0.0.240-10.0.0.255 reserved 1',
    ]);
  });

  it('agree with counting one address after the other', () => {
    // A linear congruential generator: the same sets in every run.
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const base = IpAddress.parse('10.0.0.0');
    const some = (): IntervalSet =>
      IntervalSet.of(
        ...Array.from({ length: next(6) }, () => IpRange.of(base.add(next(300)))),
        ...Array.from({ length: next(3) }, () => {
          const at = next(250);
          return IpRange.of(base.add(at), base.add(at + next(40)));
        }),
      );
    for (let round = 0; round < 300; round += 1) {
      const [used, restricted, pool] = [some(), some(), some()] as const;
      const range = IpRange.parse('10.0.0.0/24');
      const all = total(regionsOf({ range, hostBits: 0, used: rangesIn([...used.ranges()], range), restricted, static: pool }));
      const expected = { used: 0n, reserved: 0n, static: 0n, free: 0n, staticUsed: 0n };
      for (let at = 0; at < 256; at += 1) {
        const address = base.add(at);
        const kind = used.contains(address)
          ? 'used'
          : restricted.contains(address)
            ? 'reserved'
            : pool.contains(address)
              ? 'static'
              : 'free';
        expected[kind] += 1n;
        if (kind === 'used' && pool.contains(address)) expected.staticUsed += 1n;
      }
      expect(all).toMatchObject(expected);
    }
  });

  it('are put together when they are too many, and lose nothing', () => {
    const range = IpRange.parse('10.0.0.0/16');
    const used = Array.from({ length: 5000 }, (_, at) => IpRange.of(range.first.add(at * 3)));
    const regions = regionsOf({ range, hostBits: 0, used, restricted: set(), static: set() });
    expect(regions).toHaveLength(10_000);
    const few = coalesce(regions, 64);
    expect(few).toHaveLength(64);
    expect(total(few)).toEqual(total(regions));
    expect(total(few)).toMatchObject({ used: 5000n, free: 60_536n });
    expect(few.slice(1).every(({ first }, at) => (few[at]?.last ?? 0n) + 1n === first)).toBe(true);
  });

  it('are found among the ranges of everybody', () => {
    const sorted = list('10.0.0.0-10.0.0.5', '10.0.1.250-10.0.2.5', '10.0.2.77', '10.0.3.0');
    expect(rangesIn(sorted, IpRange.parse('10.0.2.0/24')).map(String)).toEqual(['10.0.2.0-10.0.2.5', '10.0.2.77']);
    expect(rangesIn(sorted, IpRange.parse('10.0.9.0/24'))).toEqual([]);
    expect(rangesIn([], IpRange.parse('10.0.9.0/24'))).toEqual([]);
  });
});
