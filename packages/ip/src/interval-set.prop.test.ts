import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Family, IntervalSet, IpAddress, IpPrefix, IpRange } from './index.js';

/** A small corner of each family, so that a set of numbers can be the model; both ends of the spaces are among them. */
const SPACE = 64;
const base: Record<Family, bigint> = { 4: 2n ** 32n - BigInt(SPACE), 6: 2n ** 128n - BigInt(SPACE) };
const low = (family: Family, offset: number, end: boolean): IpAddress =>
  IpAddress.fromBigInt(family, (end ? base[family] : 0n) + BigInt(offset));
interface Piece {
  family: Family;
  end: boolean;
  from: number;
  to: number;
}
const piece: fc.Arbitrary<Piece> = fc
  .record({ family: fc.constantFrom<Family>(4, 6), end: fc.boolean(), from: fc.nat(SPACE - 1), size: fc.nat(9) })
  .map(({ family, end, from, size }) => ({ family, end, from, to: Math.min(SPACE - 1, from + size) }));
const pieces = fc.array(piece, { maxLength: 30 });
const range = (p: Piece): IpRange => IpRange.of(low(p.family, p.from, p.end), low(p.family, p.to, p.end));
const setOf = (list: readonly Piece[]): IntervalSet => IntervalSet.of(...list.map(range));
const model = (list: readonly Piece[]): Set<string> =>
  new Set(list.flatMap((p) => Array.from({ length: p.to - p.from + 1 }, (_, i) => `${p.family} ${p.end} ${p.from + i}`)));
const members = (set: IntervalSet): Set<string> => {
  const found = new Set<string>();
  for (const family of [4, 6] as const)
    for (const end of [false, true])
      for (let i = 0; i < SPACE; i++) if (set.contains(low(family, i, end))) found.add(`${family} ${end} ${i}`);
  return found;
};

describe('interval sets', () => {
  it('hold what was put in, sorted, disjoint, not touching', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const set = setOf(list);
        expect(members(set)).toEqual(model(list));
        const ranges = [...set.ranges()];
        expect(ranges).toHaveLength(set.size);
        ranges.slice(1).forEach((next, i) => {
          const previous = ranges[i] as IpRange;
          if (previous.family === next.family) expect(previous.last.toBigInt() + 1n).toBeLessThan(next.first.toBigInt());
        });
      }),
    );
  });

  it('are the same however they were made', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const one = list.reduce((set, p) => set.add(range(p)), IntervalSet.empty);
        const bytes = IntervalSet.builder();
        for (const r of list.map(range).reverse()) bytes.addPacked(r.family, Buffer.concat([r.first.toBytes16(), r.last.toBytes16()]));
        expect(one.equals(setOf(list))).toBe(true);
        expect(bytes.build().equals(one)).toBe(true);
        expect(IntervalSet.of(...one.ranges()).equals(one)).toBe(true);
      }),
    );
  });

  it('unite and subtract like sets, by one and by all', () => {
    fc.assert(
      fc.property(pieces, pieces, (a, b) => {
        expect(members(setOf(a).union(setOf(b)))).toEqual(model([...a, ...b]));
        const difference = setOf(a).difference(setOf(b));
        expect(members(difference)).toEqual(new Set([...model(a)].filter((member) => !model(b).has(member))));
        expect(b.reduce((set, p) => set.remove(range(p)), setOf(a)).equals(difference)).toBe(true);
        expect(setOf(a).union(setOf(b)).difference(setOf(b)).equals(difference)).toBe(true);
      }),
    );
  });

  it('overlap when a member lies inside', () => {
    fc.assert(
      fc.property(pieces, piece, (list, p) => {
        expect(setOf(list).overlaps(range(p))).toBe([...model([p])].some((member) => model(list).has(member)));
      }),
    );
  });

  it('give the lowest free aligned prefix', () => {
    fc.assert(
      fc.property(pieces, pieces, piece, fc.nat(4), (a, b, within, hostBits) => {
        const bits = within.family === 4 ? 32 : 128;
        const found = setOf(a).takeFree(range(within), bits - hostBits, [setOf(b)]);
        const taken = model([...a, ...b]);
        let expected: IpPrefix | undefined;
        for (let start = 0; start < SPACE && expected === undefined; start += 2 ** hostBits) {
          const end = start + 2 ** hostBits - 1;
          if (start < within.from || end > within.to) continue;
          const free = Array.from({ length: end - start + 1 }, (_, i) => `${within.family} ${within.end} ${start + i}`).every(
            (m) => !taken.has(m),
          );
          if (free) expected = IpPrefix.of(low(within.family, start, within.end), bits - hostBits);
        }
        expect(found?.toString()).toBe(expected?.toString());
      }),
      { numRuns: 500 },
    );
  });
});
