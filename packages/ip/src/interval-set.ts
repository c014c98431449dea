import { fail } from './errors.js';
import { Lane } from './interval-lane.js';
import { LaneBuilder, type LaneBuilders, rangeWords } from './interval-set-builder.js';
import { type Family, familyBits, IpAddress } from './ip-address.js';
import { IpPrefix } from './ip-prefix.js';
import { IpRange } from './ip-range.js';
import { subtractAll } from './lane-difference.js';
import { intersectAll } from './lane-intersection.js';
import { lowestFree } from './lowest-free.js';

type Lanes = Readonly<Record<Family, Lane>>;

/** Collects ranges for bulk work; `build` sorts and merges once. */
export interface IntervalSetBuilder {
  add(range: IpRange): void;
  /** Many: 32 bytes an interval, its first address and its last, each as `IpAddress.toBytes16` gives. Throws `InvalidAddress` for another length. */
  addPacked(family: Family, bytes: Uint8Array): void;
  build(): IntervalSet;
}

/** A smaller set is merged interval by interval when the larger has at least so many times its size. */
const SMALL = 16;

/** A set of addresses of both families as sorted, disjoint intervals. Immutable; a small change to a large set copies little of it. */
export class IntervalSet {
  /** The set of no address. */
  static readonly empty: IntervalSet = new this({ 4: Lane.empty, 6: Lane.empty });
  readonly #lanes: Lanes;

  private constructor(lanes: Lanes) {
    this.#lanes = lanes;
  }

  /** The union of a few ranges; `from` takes lists of any length. */
  static of(...ranges: readonly IpRange[]): IntervalSet {
    return IntervalSet.from(ranges);
  }

  /** The union of the ranges, in any order, overlapping or not. A call takes only so many arguments; this takes any number. */
  static from(ranges: Iterable<IpRange>): IntervalSet {
    const builder = IntervalSet.builder();
    for (const range of ranges) builder.add(range);
    return builder.build();
  }

  /** For bulk work: each `add` to a set makes a set, to a builder it does not. */
  static builder(): IntervalSetBuilder {
    const builders: LaneBuilders = { 4: new LaneBuilder(), 6: new LaneBuilder() };
    return {
      add: (range) => builders[range.family].add(rangeWords(range)),
      addPacked: (family, bytes) => addPacked(builders[family], bytes),
      build: () => new IntervalSet({ 4: Lane.fromSorted(builders[4].build()), 6: Lane.fromSorted(builders[6].build()) }),
    };
  }

  /** Number of intervals, not of addresses. */
  get size(): number {
    return this.#lanes[4].count + this.#lanes[6].count;
  }
  get isEmpty(): boolean {
    return this.size === 0;
  }

  /** A set with the range too. */
  add(range: IpRange): IntervalSet {
    return this.#with(range.family, this.#lanes[range.family].add(range.first.words, range.last.words));
  }
  /** A set without any address of the range; one that is in no part here is no error. */
  remove(range: IpRange): IntervalSet {
    return this.#with(range.family, this.#lanes[range.family].remove(range.first.words, range.last.words));
  }

  /** What is in either. */
  union(other: IntervalSet): IntervalSet {
    if (other.size > this.size) return other.union(this);
    let lanes = this.#lanes;
    for (const family of [4, 6] as const) {
      const [mine, theirs] = [lanes[family], other.#lanes[family]];
      if (theirs.count === 0) continue;
      lanes = { ...lanes, [family]: theirs.count * SMALL <= mine.count ? addEach(mine, theirs) : mergeAll(mine, theirs) };
    }
    return lanes === this.#lanes ? this : new IntervalSet(lanes);
  }

  /** What is in this one and not in the other. */
  difference(other: IntervalSet): IntervalSet {
    let lanes = this.#lanes;
    for (const family of [4, 6] as const) {
      const [mine, theirs] = [lanes[family], other.#lanes[family]];
      if (mine.count === 0 || theirs.count === 0) continue;
      lanes = { ...lanes, [family]: subtract(mine, theirs) };
    }
    return lanes === this.#lanes ? this : new IntervalSet(lanes);
  }

  /** What is in both. */
  intersection(other: IntervalSet): IntervalSet {
    const both = (family: Family): Lane => Lane.fromSorted(intersectAll(this.#lanes[family], other.#lanes[family]));
    return new IntervalSet({ 4: both(4), 6: both(6) });
  }

  /** Ignores the address's zone. A large set that is asked often makes itself a map for it, of about a byte an interval. */
  contains(address: IpAddress): boolean {
    return this.#lanes[address.family].contains(address.words);
  }
  /** Whether at least one address of the range is inside. */
  overlaps(range: IpRange): boolean {
    return this.#lanes[range.family].overlaps(range.first.words, range.last.words);
  }

  /** Whether every address of the range is inside. */
  containsRange(range: IpRange): boolean {
    const lane = this.#lanes[range.family];
    const { chunk, index } = lane.locate(range.first.words);
    const found = lane.chunks[chunk];
    return found !== undefined && found.compareFirst(index, range.first.words) <= 0 && found.compareLast(index, range.last.words) >= 0;
  }

  /** The intervals, merged as far as they touch: IPv4 before IPv6, each in order. */
  *ranges(): Generator<IpRange> {
    for (const family of [4, 6] as const) {
      for (const [first, last] of this.#lanes[family].entries()) {
        yield IpRange.of(IpAddress.fromWords(family, first), IpAddress.fromWords(family, last));
      }
    }
  }

  /** Whether both hold the same addresses, however they were made. */
  equals(other: IntervalSet): boolean {
    if (this.size !== other.size) return false;
    const theirs = other.ranges();
    for (const range of this.ranges()) {
      const next = theirs.next();
      if (next.done === true || !next.value.equals(range)) return false;
    }
    return true;
  }

  /**
   * The lowest aligned prefix of that length inside `within` that overlaps neither this set nor one of `also`; undefined when there is none.
   * Never enumerates addresses. Throws `InvalidPrefix` for a length that the family does not have.
   */
  takeFree(within: IpRange, prefixLength: number, also: readonly IntervalSet[] = []): IpPrefix | undefined {
    const { family } = within;
    const hostBits = familyBits(family) - prefixLength;
    if (!Number.isInteger(prefixLength) || prefixLength < 0 || hostBits < 0) {
      throw fail('InvalidPrefix', `${prefixLength} is not a prefix length of an IPv${family} address`);
    }
    // What others keep back is mostly small, so asked first.
    const lanes = [...also, this].map((set) => set.#lanes[family]).filter((lane) => lane.count > 0);
    const words = lowestFree(lanes, within.first.words, within.last.words, hostBits);
    return words && IpPrefix.of(IpAddress.fromWords(family, words), prefixLength);
  }

  #with(family: Family, lane: Lane): IntervalSet {
    return new IntervalSet({ ...this.#lanes, [family]: lane });
  }
}

function addEach(large: Lane, small: Lane): Lane {
  let lane = large;
  for (const [first, last] of small.entries()) lane = lane.add(first, last);
  return lane;
}

function mergeAll(a: Lane, b: Lane): Lane {
  const builder = new LaneBuilder();
  for (const lane of [a, b]) for (const [first, last] of lane.entries()) builder.add([...first, ...last]);
  return Lane.fromSorted(builder.build());
}

function subtract(from: Lane, what: Lane): Lane {
  if (what.count * SMALL > from.count) return Lane.fromSorted(subtractAll(from, what));
  let lane = from;
  for (const [first, last] of what.entries()) {
    if (lane.overlaps(first, last)) lane = lane.remove(first, last);
  }
  return lane;
}

function addPacked(builder: LaneBuilder, bytes: Uint8Array): void {
  if (bytes.length % 32 !== 0) throw fail('InvalidAddress', `${bytes.length} bytes hold no whole number of intervals of 32`);
  builder.addPacked(bytes);
}
