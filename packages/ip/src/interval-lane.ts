import { BlockMap } from './block-map.js';
import { at, bitLength, compareWords, nextWords, subtractWords, type Words } from './words.js';

/** Words of one interval: four of its first address, four of its last. */
export const STRIDE = 8;
/** Intervals in a full chunk: a change copies one chunk and the list of chunks, not the set. */
const CHUNK = 512;

/** A lane of fewer intervals is searched about as fast without a map. */
const MAPPED = 256;
/** Questions an interval after which a map has been worth its making. */
const WORTH = 0.5;

/** Neighbouring intervals, flat; never changed once made. */
export class Chunk {
  readonly words: Uint32Array;
  readonly count: number;
  #widest: number | undefined;

  constructor(words: Uint32Array) {
    this.words = words;
    this.count = words.length / STRIDE;
  }
  first(index: number): Words {
    return this.#read(index * STRIDE);
  }
  last(index: number): Words {
    return this.#read(index * STRIDE + 4);
  }
  /** Orders the first address of an interval against a point. */
  compareFirst(index: number, point: Words): number {
    return compareAt(this.words, index * STRIDE, point);
  }
  /** Orders the last address of an interval against a point. */
  compareLast(index: number, point: Words): number {
    return compareAt(this.words, index * STRIDE + 4, point);
  }
  /** An upper bound of h, where 2^h addresses fit between two neighbours of this chunk; -1 when there are no two. */
  get widestGap(): number {
    if (this.#widest === undefined) {
      let widest = -1;
      for (let index = 1; index < this.count; index++) {
        // The gap's size; zero words cannot happen, for neighbours never touch.
        const size = subtractWords(subtractWords(this.first(index), this.last(index - 1)), [0, 0, 0, 1]);
        widest = Math.max(widest, bitLength(size) - 1);
      }
      this.#widest = widest;
    }
    return this.#widest;
  }
  #read(offset: number): Words {
    const { words } = this;
    return [at(words, offset), at(words, offset + 1), at(words, offset + 2), at(words, offset + 3)];
  }
}

/** Where an interval stands: chunk, and place inside it. `chunk` equals the number of chunks behind the last one. */
export interface Place {
  chunk: number;
  index: number;
}

/** The sorted, disjoint, never touching intervals of one family. Persistent: a change shares all chunks but those that it touches. */
export class Lane {
  static readonly empty: Lane = new this([], 0);
  readonly chunks: readonly Chunk[];
  readonly count: number;
  #map: BlockMap | undefined;
  #asked = 0;

  private constructor(chunks: readonly Chunk[], count: number) {
    this.chunks = chunks;
    this.count = count;
  }

  /** From flat words that are sorted, disjoint and not touching; they are kept, not copied. */
  static fromSorted(words: Uint32Array): Lane {
    return words.length === 0 ? Lane.empty : new Lane(cut(words), words.length / STRIDE);
  }

  /** The first interval that ends at or behind the point. */
  locate(point: Words): Place {
    const { chunks } = this;
    let low = 0;
    let high = chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { words } = chunks[middle] as Chunk;
      if (compareAt(words, words.length - 4, point) < 0) low = middle + 1;
      else high = middle;
    }
    const chunk = chunks[low];
    if (chunk === undefined) return { chunk: low, index: 0 };
    let from = 0;
    let to = chunk.count - 1;
    const { words } = chunk;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (compareAt(words, middle * STRIDE + 4, point) < 0) from = middle + 1;
      else to = middle;
    }
    return { chunk: low, index: from };
  }

  contains(point: Words): boolean {
    const map = this.#map ?? this.#ask();
    return map?.contains(point) ?? this.overlaps(point, point);
  }

  overlaps(first: Words, last: Words): boolean {
    const place = this.locate(first);
    const chunk = this.chunks[place.chunk];
    return chunk !== undefined && chunk.compareFirst(place.index, last) <= 0;
  }

  /** With one interval more; merges what it overlaps or touches. */
  add(first: Words, last: Words): Lane {
    const from = this.locate(before(first));
    let [low, high] = [first, last];
    const end = this.#walk(from, (start, stop) => {
      if (compareWords(start, after(last)) > 0) return false;
      if (compareWords(start, low) < 0) low = start;
      if (compareWords(stop, high) > 0) high = stop;
      return true;
    });
    return this.#splice(from, end, [...low, ...high]);
  }

  /** Without those addresses. */
  remove(first: Words, last: Words): Lane {
    const from = this.locate(first);
    const rest: number[] = [];
    const end = this.#walk(from, (start, stop) => {
      if (compareWords(start, last) > 0) return false;
      if (compareWords(start, first) < 0) rest.push(...start, ...before(first));
      if (compareWords(stop, last) > 0) rest.push(...after(last), ...stop);
      return true;
    });
    return this.#splice(from, end, rest);
  }

  *entries(): Generator<[Words, Words]> {
    for (const chunk of this.chunks) {
      for (let index = 0; index < chunk.count; index++) yield [chunk.first(index), chunk.last(index)];
    }
  }

  /** The map, once questions enough were asked to pay for it. */
  #ask(): BlockMap | undefined {
    if (this.count < MAPPED || ++this.#asked < this.count * WORTH) return undefined;
    const lowest = (this.chunks[0] as Chunk).first(0);
    const end = this.chunks[this.chunks.length - 1] as Chunk;
    this.#map = new BlockMap(this.entries(), { count: this.count, lowest, highest: end.last(end.count - 1) });
    return this.#map;
  }

  #walk(from: Place, take: (first: Words, last: Words) => boolean): Place {
    let { chunk, index } = from;
    for (let current = this.chunks[chunk]; current !== undefined; current = this.chunks[chunk]) {
      if (!take(current.first(index), current.last(index))) break;
      if (++index === current.count) [chunk, index] = [chunk + 1, 0];
    }
    return { chunk, index };
  }

  /** Replaces the intervals from `from` up to, not including, `end`. */
  #splice(from: Place, end: Place, replacement: number[]): Lane {
    const head = this.chunks[from.chunk]?.words.subarray(0, from.index * STRIDE) ?? new Uint32Array();
    const tail = this.chunks[end.chunk]?.words.subarray(end.index * STRIDE) ?? new Uint32Array();
    const words = new Uint32Array(head.length + replacement.length + tail.length);
    words.set(head);
    words.set(replacement, head.length);
    words.set(tail, head.length + replacement.length);
    const chunks = this.chunks.slice();
    const replaced = chunks.splice(from.chunk, end.chunk + 1 - from.chunk, ...cut(words));
    return new Lane(chunks, replaced.reduce((count, chunk) => count - chunk.count, this.count) + words.length / STRIDE);
  }
}

function compareAt(words: Uint32Array, offset: number, point: Words): number {
  return (
    at(words, offset) - point[0] || at(words, offset + 1) - point[1] || at(words, offset + 2) - point[2] || at(words, offset + 3) - point[3]
  );
}

function cut(words: Uint32Array): Chunk[] {
  if (words.length === 0) return [];
  const chunks: Chunk[] = [];
  // Halves rather than a full chunk and a remainder, so that growing at one place does not cut each time.
  const size = words.length <= CHUNK * STRIDE * 2 && words.length > CHUNK * STRIDE ? Math.ceil(words.length / STRIDE / 2) : CHUNK;
  for (let offset = 0; offset < words.length; offset += size * STRIDE) {
    chunks.push(new Chunk(words.subarray(offset, Math.min(words.length, offset + size * STRIDE))));
  }
  return chunks;
}

function before(point: Words): Words {
  return (point[0] | point[1] | point[2] | point[3]) === 0 ? point : subtractWords(point, [0, 0, 0, 1]);
}

/** One further; stays at the end of the space. */
function after(point: Words): Words {
  return nextWords(point) ?? point;
}
