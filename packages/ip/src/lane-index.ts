import { at, bitLength, compareWords, type Words } from './words.js';

/** Just so much of a lane as an index reads: places are numbers, `chunk * PLACES + index`. */
export interface Indexed {
  readonly count: number;
  readonly lowest: Words;
  readonly highest: Words;
  /** Places of all intervals with their last addresses, in order. */
  ends(): Iterable<[place: number, last: Words]>;
}

const MAX_BITS = 20;

/**
 * Finds where in a lane a point belongs by the bits behind those that all addresses of the lane share: one look for addresses that are spread
 * evenly, where a binary search takes seventeen. Four bytes an interval.
 */
export class LaneIndex {
  readonly #lowest: Words;
  readonly #highest: Words;
  /** Where the bits stand that tell addresses apart: word, shift in it, and by how much what is read is too long. */
  readonly #word: number;
  readonly #shift: number;
  readonly #excess: number;
  /** By those bits: the first interval that ends there or later. */
  readonly #places: Uint32Array;

  constructor({ count, lowest, highest, ends }: Indexed) {
    this.#lowest = lowest;
    this.#highest = highest;
    const differing: Words = [lowest[0] ^ highest[0], lowest[1] ^ highest[1], lowest[2] ^ highest[2], lowest[3] ^ highest[3]];
    const shared = 128 - bitLength([differing[0] >>> 0, differing[1] >>> 0, differing[2] >>> 0, differing[3] >>> 0]);
    const bits = Math.min(MAX_BITS, 128 - shared, Math.ceil(Math.log2(count)) + 1);
    this.#word = shared >>> 5;
    this.#shift = shared & 31;
    this.#excess = 32 - bits;
    this.#places = new Uint32Array(2 ** bits);
    let next = 0;
    for (const [place, last] of ends()) {
      const bucket = this.#bucket(last);
      while (next <= bucket) this.#places[next++] = place;
    }
  }

  /** The place of an interval from which on the first one that ends at or behind the point is to be looked for; -1 for a point outside of all. */
  from(point: Words): number {
    if (compareWords(point, this.#lowest) < 0 || compareWords(point, this.#highest) > 0) return -1;
    return at(this.#places, this.#bucket(point));
  }

  #bucket(point: Words): number {
    const word = this.#word;
    const shift = this.#shift;
    const window = shift === 0 ? at(point, word) : (at(point, word) << shift) | ((word < 3 ? at(point, word + 1) : 0) >>> (32 - shift));
    return window >>> this.#excess;
  }
}
