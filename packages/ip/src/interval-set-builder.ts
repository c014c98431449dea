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
    this.#makeRoom(1);
    const offset = this.#count * STRIDE;
    for (let word = 0; word < STRIDE; word++) this.#words[offset + word] = at(words, word);
    this.#take(1);
  }

  /** Many, as big-endian words; the length is a multiple of an interval's 32 bytes. */
  addPacked(bytes: Uint8Array): void {
    const count = bytes.length / (4 * STRIDE);
    this.#makeRoom(count);
    const words = this.#words;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let byte = 0, to = this.#count * STRIDE; byte < bytes.length; byte += 4) words[to++] = view.getUint32(byte);
    this.#take(count);
  }

  #makeRoom(count: number): void {
    const needed = (this.#count + count) * STRIDE;
    if (needed <= this.#words.length) return;
    const grown = new Uint32Array(Math.max(needed, this.#words.length * 2));
    grown.set(this.#words);
    this.#words = grown;
  }

  /** Counts what was written behind the last interval. */
  #take(count: number): void {
    const end = this.#count + count;
    for (let index = Math.max(this.#count, 1); this.#sorted && index < end; index++)
      this.#sorted = compareFirst(this.#words, index - 1, index) <= 0;
    this.#count = end;
  }

  /** Flat words, sorted and merged. */
  build(): Uint32Array {
    const source = this.#words;
    const order = this.#sorted ? undefined : this.#order();
    const merged = new Uint32Array(this.#count * STRIDE);
    let end = 0;
    for (let index = 0; index < this.#count; index++) {
      const offset = (order === undefined ? index : at(order, index)) * STRIDE;
      if (end > 0 && touches(merged, end - STRIDE, source, offset)) {
        if (compareAt(source, offset + 4, merged, end - 4) > 0) copy(source, offset + 4, merged, end - 4, 4);
      } else {
        copy(source, offset, merged, end, STRIDE);
        end += STRIDE;
      }
    }
    return end === merged.length ? merged : merged.slice(0, end);
  }

  #order(): Uint32Array {
    const order = new Uint32Array(this.#count);
    for (let index = 0; index < order.length; index++) order[index] = index;
    return order.sort((a, b) => compareFirst(this.#words, a, b));
  }
}

/** For a few words, where a view of them would cost more than they do. */
function copy(from: Uint32Array, start: number, to: Uint32Array, target: number, count: number): void {
  for (let word = 0; word < count; word++) to[target + word] = at(from, start + word);
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
