import { BlockList } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Family, familyBits, IntervalSet, IpAddress, IpRange } from './index.js';

interface Shape {
  /** First addresses are multiples of it: small ones give sets that touch and overlap. */
  step: number;
  most: number;
}
const at = (family: Family, n: number, end: boolean): IpAddress => {
  const top = 2n ** BigInt(familyBits(family)) - 1n;
  return IpAddress.fromBigInt(family, end ? top - BigInt(n) : BigInt(n));
};
/** Both families, both ends of their spaces. */
const rangeOf = ({ step, most }: Shape): fc.Arbitrary<IpRange> =>
  fc
    .record({ family: fc.constantFrom<Family>(4, 6), end: fc.boolean(), from: fc.nat(most), size: fc.nat(step + 2) })
    .map(({ family, end, from, size }) => {
      const [a, b] = [at(family, from * step, end), at(family, from * step + size, end)];
      return end ? IpRange.of(b, a) : IpRange.of(a, b);
    });
const setOf = (shape: Shape, maxLength: number): fc.Arbitrary<IntervalSet> =>
  fc.array(rangeOf(shape), { maxLength }).map((ranges) => IntervalSet.from(ranges));

const dense: Shape = { step: 1, most: 60 };
/** More intervals than one chunk holds. */
const wide = fc
  .record({
    count: fc.nat(2500),
    step: fc.integer({ min: 2, max: 9 }),
    offset: fc.nat(12),
    size: fc.nat(7),
    holes: setOf({ step: 7, most: 2000 }, 40),
  })
  .map(({ count, step, offset, size, holes }) => {
    const base = IpAddress.parse('::').add(offset);
    const ranges = Array.from({ length: count }, (_, i) => IpRange.of(base.add(i * step), base.add(i * step + (size % step))));
    return IntervalSet.from(ranges).difference(holes);
  });
const any = fc.oneof({ weight: 4, arbitrary: setOf(dense, 25) }, { weight: 1, arbitrary: wide });
const same = (a: IntervalSet, b: IntervalSet): void => expect([...a.ranges()].map(String)).toEqual([...b.ranges()].map(String));
const whole = IntervalSet.of(IpRange.parse('0.0.0.0/0'), IpRange.parse('::/0'));
const { empty } = IntervalSet;

describe('interval sets are an algebra of sets', () => {
  it('a and b make the same union and the same intersection in either order', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        same(a.union(b), b.union(a));
        same(a.intersection(b), b.intersection(a));
      }),
    );
  });

  it('three may be taken in any grouping', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        same(a.union(b).union(c), a.union(b.union(c)));
        same(a.intersection(b).intersection(c), a.intersection(b.intersection(c)));
      }),
    );
  });

  it('one distributes over the other, and over difference', () => {
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        same(a.intersection(b.union(c)), a.intersection(b).union(a.intersection(c)));
        same(a.union(b.intersection(c)), a.union(b).intersection(a.union(c)));
        same(a.intersection(b.difference(c)), a.intersection(b).difference(c));
        same(a.difference(b.union(c)), a.difference(b).intersection(a.difference(c)));
        same(a.difference(b.intersection(c)), a.difference(b).union(a.difference(c)));
      }),
    );
  });

  it('a with itself, with nothing and with everything', () => {
    fc.assert(
      fc.property(any, (a) => {
        same(a.union(a), a);
        same(a.intersection(a), a);
        same(a.difference(a), empty);
        same(a.union(empty), a);
        same(a.intersection(empty), empty);
        same(a.difference(empty), a);
        same(empty.difference(a), empty);
        same(a.union(whole), whole);
        same(a.intersection(whole), a);
        same(whole.difference(whole.difference(a)), a);
      }),
    );
  });

  it('a is what it shares with b and what it does not, and these share nothing', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [shared, rest] = [a.intersection(b), a.difference(b)];
        same(shared.union(rest), a);
        same(shared.intersection(rest), empty);
        same(rest.intersection(b), empty);
        same(a.difference(rest), shared);
        same(a.union(a.intersection(b)), a);
        same(a.intersection(a.union(b)), a);
      }),
    );
  });

  it('an address is in the intersection when it is in both, in the union when in one, in the difference when in the first alone', () => {
    fc.assert(
      fc.property(any, any, fc.array(rangeOf({ step: 1, most: 20_000 })), (a, b, ranges) => {
        const edges = [...a.ranges(), ...b.ranges(), ...ranges].slice(0, 300).flatMap(({ first, last }) => [first, last]);
        for (const address of edges) {
          const [x, y] = [a.contains(address), b.contains(address)];
          expect(a.intersection(b).contains(address)).toBe(x && y);
          expect(a.union(b).contains(address)).toBe(x || y);
          expect(a.difference(b).contains(address)).toBe(x && !y);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an interval set and one range', () => {
  it('adding and removing are union and difference, and change nothing that was there', () => {
    fc.assert(
      fc.property(any, rangeOf(dense), (a, r) => {
        const before = [...a.ranges()].map(String);
        const one = IntervalSet.of(r);
        same(a.add(r), a.union(one));
        same(a.remove(r), a.difference(one));
        same(a.add(r).add(r), a.add(r));
        same(a.remove(r).remove(r), a.remove(r));
        same(a.add(r).remove(r), a.remove(r));
        same(a.remove(r).add(r), a.add(r));
        expect([...a.ranges()].map(String)).toEqual(before);
      }),
    );
  });

  it('holds it, overlaps it or is clear of it, as the intersection says', () => {
    fc.assert(
      fc.property(any, rangeOf(dense), (a, r) => {
        const shared = a.intersection(IntervalSet.of(r));
        expect(a.overlaps(r)).toBe(!shared.isEmpty);
        expect(a.containsRange(r)).toBe(shared.equals(IntervalSet.of(r)));
        expect(a.add(r).containsRange(r)).toBe(true);
        expect(a.remove(r).overlaps(r)).toBe(false);
      }),
    );
  });

  it('what is taken free lies within, is clear of all, and is the first until it is added', () => {
    fc.assert(
      fc.property(any, any, rangeOf({ step: 1, most: 9000 }), fc.nat(6), (a, b, within, hostBits) => {
        const length = familyBits(within.family) - hostBits;
        const free = a.takeFree(within, length, [b]);
        if (free === undefined) return;
        expect([free.length, within.containsRange(free.toRange())]).toEqual([length, true]);
        expect(a.overlaps(free.toRange()) || b.overlaps(free.toRange())).toBe(false);
        same(a.union(b).add(free.toRange()).remove(free.toRange()), a.union(b));
        expect(a.union(b).takeFree(within, length)?.toString()).toBe(free.toString());
        const next = a.add(free.toRange()).takeFree(within, length, [b]);
        if (next !== undefined) expect(next.compare(free)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("node:net's BlockList", () => {
  it('holds the addresses that a set of the same ranges holds', () => {
    fc.assert(
      fc.property(
        fc.array(rangeOf({ step: 3, most: 40 }), { maxLength: 20 }),
        fc.array(rangeOf({ step: 1, most: 130 })),
        (ranges, probes) => {
          const set = IntervalSet.from(ranges);
          const list = new BlockList();
          for (const { family, first, last } of ranges) list.addRange(String(first), String(last), `ipv${family}`);
          for (const { first, family } of probes) expect(set.contains(first)).toBe(list.check(String(first), `ipv${family}`));
        },
      ),
    );
  });
});
