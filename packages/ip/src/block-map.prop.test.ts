import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockMap } from './block-map.js';
import { IntervalSet, IpAddress, IpPrefix, IpRange } from './index.js';
import type { Words } from './words.js';

/** Ranges of a few sizes that begin anywhere in a space of 2^spread addresses, at an offset that makes them share any number of bits. */
const ranges = (maxLength: number) =>
  fc
    .record({
      family: fc.constantFrom<4 | 6>(4, 6),
      spread: fc.integer({ min: 12, max: 128 }),
      base: fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
    })
    .chain(({ family, spread, base }) => {
      const bits = family === 4 ? 32 : 128;
      const size = 2n ** BigInt(Math.min(bits, spread));
      const start = ((base % 2n ** BigInt(bits)) / size) * size;
      const one = fc.record({
        offset: fc.bigInt({ min: 0n, max: size - 1n }),
        bits: fc.nat(Math.min(bits, spread) - 8),
        aligned: fc.boolean(),
      });
      return fc.array(one, { minLength: 2, maxLength }).map((list) =>
        list.map(({ offset, bits: hostBits, aligned }) => {
          const length = 2n ** BigInt(hostBits);
          const first = start + (aligned ? (offset / length) * length : offset);
          const last = first + length - 1n;
          const end = start + size - 1n;
          return IpRange.of(IpAddress.fromBigInt(family, first), IpAddress.fromBigInt(family, last < end ? last : end));
        }),
      );
    });

const edges = ({ first, last, family }: IpRange): IpAddress[] => {
  const top = 2n ** (family === 4 ? 32n : 128n) - 1n;
  const numbers = [first.toBigInt() - 1n, first.toBigInt(), last.toBigInt(), last.toBigInt() + 1n];
  return numbers.filter((number) => number >= 0n && number <= top).map((number) => IpAddress.fromBigInt(family, number));
};

describe('a map of blocks', () => {
  it('never says of an address what the intervals do not', () => {
    fc.assert(
      fc.property(ranges(40), (list) => {
        const set = IntervalSet.from(list);
        const intervals = [...set.ranges()];
        const words = intervals.map(({ first, last }): [Words, Words] => [first.words, last.words]);
        const [lowest, highest] = [words[0]?.[0], words.at(-1)?.[1]];
        if (lowest === undefined || highest === undefined || lowest.join() === highest.join()) return;
        const map = new BlockMap(words, { count: words.length, lowest, highest });
        for (const address of intervals.flatMap(edges)) {
          const said = map.contains(address.words);
          if (said !== undefined) expect(said).toBe(intervals.some((range) => range.contains(address)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('knows every address of prefixes that are as long as its blocks', () => {
    const prefixes = Array.from({ length: 1_024 }, (_, index) => IpPrefix.of(IpAddress.fromWords(6, [0x2001_0db8, 0, index * 2, 0]), 96));
    const words = prefixes.map((prefix): [Words, Words] => [prefix.first.words, prefix.last.words]);
    const map = new BlockMap(words, { count: 1_024, lowest: [0x2001_0db8, 0, 0, 0], highest: [0x2001_0db8, 0, 2_046, 0xffff_ffff] });
    for (let index = 0; index < 2_047; index++) expect(map.contains([0x2001_0db8, 0, index, 7])).toBe(index % 2 === 0);
    expect(map.contains([0x2001_0db7, 0, 0, 0])).toBe(false);
    expect(map.contains([0x2001_0db8, 1, 0, 0])).toBe(false);
  });

  it('is made by a set that is asked often, and changes no answer', () => {
    fc.assert(
      fc.property(ranges(400), (list) => {
        const set = IntervalSet.from(list);
        const asked = list.flatMap(edges);
        const before = asked.map((address) => IntervalSet.from(list).contains(address));
        for (let round = 0; round < 2; round++) expect(asked.map((address) => set.contains(address))).toEqual(before);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});
