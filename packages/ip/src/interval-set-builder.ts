import { STRIDE } from './interval-lane.js';
import type { Family } from './ip-address.js';
import type { IpRange } from './ip-range.js';
import { at } from './words.js';

/** Collects the intervals of one family in any order, overlapping or not. */
export class LaneBuilder {
  #words = new Uint32Array(16 * STRIDE);
  #count = 0;
  #sorted = true;

  add(words: ArrayLike<number>): void {
    const offset = this.#count * STRIDE;
    if (offset === this.#words.length) {
      const grown = new Uint32Array(offset * 2);
      grown.set(this.#words);
      this.#words = grown;
    }
    this.#words.set(words, offset);
    if (this.#sorted && offset > 0 && compareFirst(this.#words, this.#count - 1, this.#count) > 0) this.#sorted = false;
    this.#count++;
  }

  /** Flat words, sorted and merged. */
  build(): Uint32Array {
    const source = this.#words;
    const order = Uint32Array.from({ length: this.#count }, (_, index) => index);
    if (!this.#sorted) order.sort((a, b) => compareFirst(source, a, b));
    const merged = new Uint32Array(this.#count * STRIDE);
    let end = 0;
    for (const index of order) {
      const offset = index * STRIDE;
      if (end > 0 && touches(merged, end - STRIDE, source, offset)) {
        if (compareAt(source, offset + 4, merged, end - 4) > 0) merged.set(source.subarray(offset + 4, offset + STRIDE), end - 4);
      } else {
        merged.set(source.subarray(offset, offset + STRIDE), end);
        end += STRIDE;
      }
    }
    return end === merged.length ? merged : merged.slice(0, end);
  }
}

function compareAt(a: Uint32Array, i: number, b: Uint32Array, j: number): number {
  return at(a, i) - at(b, j) || at(a, i + 1) - at(b, j + 1) || at(a, i + 2) - at(b, j + 2) || at(a, i + 3) - at(b, j + 3);
}

function compareFirst(words: Uint32Array, a: number, b: number): number {
  return compareAt(words, a * STRIDE, words, b * STRIDE);
}

/** Whether the interval at j starts inside the one at i, or right behind it. */
function touches(a: Uint32Array, i: number, b: Uint32Array, j: number): boolean {
  if (compareAt(b, j, a, i + 4) <= 0) return true;
  let carry = 1;
  for (let word = 3; word >= 0; word--) {
    const sum = at(a, i + 4 + word) + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    if (sum >>> 0 !== at(b, j + word)) return false;
  }
  return carry === 0;
}

export function rangeWords(range: IpRange): number[] {
  return [...range.first.words, ...range.last.words];
}

export type LaneBuilders = Record<Family, LaneBuilder>;
