import type { Family, IntervalSet, IpRange } from '@bosh6/ip';

/** A part of a subnet as people and programs look at it. Counts are of blocks of 2^hostBits addresses, one where nothing is delegated. */
export interface Region {
  /** The addresses as numbers, ends included. */
  readonly first: bigint;
  readonly last: bigint;
  readonly used: bigint;
  readonly reserved: bigint;
  readonly static: bigint;
  readonly free: bigint;
  /** Used ones of the static pool. */
  readonly staticUsed: bigint;
}

export interface Pool {
  readonly range: IpRange;
  /** Bits of one unit: 0 for single addresses. */
  readonly hostBits: number;
  /** Sorted and disjoint. */
  readonly used: readonly IpRange[];
  readonly restricted: IntervalSet;
  readonly static: IntervalSet;
}

type Span = readonly [first: bigint, last: bigint];
const none = { used: 0n, reserved: 0n, static: 0n, free: 0n, staticUsed: 0n };

/** The pool in order, cut where something begins or ends: what is used counts as used, then come reserved and static. One step a boundary. */
export function regionsOf({ range, hostBits, used, restricted, static: pool }: Pool): Region[] {
  const shift = BigInt(hostBits);
  const lists = [used, restricted.ranges(), pool.ranges()].map((ranges) => spansIn(ranges, range, shift));
  const [taken, kept, fixed] = lists.map((spans) => new Cursor(spans)) as [Cursor, Cursor, Cursor];
  const regions: Region[] = [];
  const end = range.last.toBigInt() >> shift;
  for (let at = range.first.toBigInt() >> shift; at <= end; ) {
    const stops = [taken, kept, fixed].map((cursor) => cursor.until(at, end));
    const stop = stops.reduce((a, b) => (b < a ? b : a));
    const count = stop - at + 1n;
    const inStatic = fixed.covers(at);
    const kind = taken.covers(at) ? 'used' : kept.covers(at) ? 'reserved' : inStatic ? 'static' : 'free';
    const staticUsed = kind === 'used' && inStatic ? count : 0n;
    regions.push({ ...none, first: at << shift, last: ((stop + 1n) << shift) - 1n, [kind]: count, staticUsed });
    at = stop + 1n;
  }
  return regions;
}

/** Neighbours put together until at most `most` are left, as evenly as it goes. */
export function coalesce(regions: readonly Region[], most: number): Region[] {
  if (regions.length <= most) return [...regions];
  return Array.from({ length: most }, (_, index) => {
    const from = Math.floor((index * regions.length) / most);
    return total(regions.slice(from, Math.floor(((index + 1) * regions.length) / most)));
  });
}

/** All of them as one; there is at least one. */
export function total(regions: readonly Region[]): Region {
  const sum = { used: 0n, reserved: 0n, static: 0n, free: 0n, staticUsed: 0n };
  for (const region of regions) {
    sum.used += region.used;
    sum.reserved += region.reserved;
    sum.static += region.static;
    sum.free += region.free;
    sum.staticUsed += region.staticUsed;
  }
  return { first: regions[0]?.first ?? 0n, last: regions.at(-1)?.last ?? 0n, ...sum };
}

/** Ranges of one family, sorted and disjoint, that reach into `within`; found by halving. */
export function rangesIn(sorted: readonly IpRange[], within: IpRange): IpRange[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = sorted[middle];
    if (candidate !== undefined && candidate.last.compare(within.first) < 0) low = middle + 1;
    else high = middle;
  }
  const found: IpRange[] = [];
  for (let at = low; at < sorted.length; at += 1) {
    const range = sorted[at];
    const part = range === undefined || within.containsRange(range) ? range : range.intersect(within);
    if (part === undefined) break;
    found.push(part);
  }
  return found;
}

/** The ranges of a set, by family. */
export function byFamily(set: IntervalSet): Record<Family, IpRange[]> {
  const ranges: Record<Family, IpRange[]> = { 4: [], 6: [] };
  for (const range of set.ranges()) ranges[range.family].push(range);
  return ranges;
}

/** In units, cut to the pool, those that share one put together. */
function spansIn(ranges: Iterable<IpRange>, within: IpRange, shift: bigint): Span[] {
  const spans: Span[] = [];
  for (const range of ranges) {
    const part = range.intersect(within);
    if (part === undefined) continue;
    const [first, last] = [part.first.toBigInt() >> shift, part.last.toBigInt() >> shift];
    const before = spans.at(-1);
    if (before !== undefined && first <= before[1] + 1n) spans[spans.length - 1] = [before[0], last > before[1] ? last : before[1]];
    else spans.push([first, last]);
  }
  return spans;
}

/** Walks sorted spans forwards. */
class Cursor {
  readonly #spans: readonly Span[];
  #next = 0;

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  covers(at: bigint): boolean {
    const span = this.#span(at);
    return span !== undefined && span[0] <= at;
  }

  /** The last unit up to which what holds at `at` goes on. */
  until(at: bigint, end: bigint): bigint {
    const span = this.#span(at);
    if (span === undefined) return end;
    const stop = span[0] <= at ? span[1] : span[0] - 1n;
    return stop < end ? stop : end;
  }

  #span(at: bigint): Span | undefined {
    for (;;) {
      const span = this.#spans[this.#next];
      if (span === undefined || span[1] >= at) return span;
      this.#next += 1;
    }
  }
}
