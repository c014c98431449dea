import { at, bitLength, compareWords, fillWords, maskWords, type Words } from './words.js';

/** What is known of all addresses of a block, in two bits. */
const OUT = 0;
const IN = 1;
const MIXED = 2;
type State = typeof OUT | typeof IN | typeof MIXED;

/** Blocks an interval, as a power of two: four, so that few blocks hold the end of one. */
const SPARE_BITS = 2;
const MAX_BITS = 24;

/**
 * The space between a lane's lowest address and its highest, cut into aligned blocks of one size: of most blocks it is known whether all of their
 * addresses are in the lane or none, which one look answers where a search takes seventeen. About a byte an interval.
 */
export class BlockMap {
  /** Bits that all addresses of the lane share, and where they stand. */
  readonly #shared: Words;
  readonly #mask: Words;
  /** Where the bits stand that number a block: word, shift in it, and by how much what is read there is too long. */
  readonly #word: number;
  readonly #shift: number;
  readonly #excess: number;
  readonly #hostBits: number;
  /** Sixteen blocks a word. */
  readonly #states: Uint32Array;

  /** From one interval or more, sorted and disjoint. */
  constructor(
    intervals: Iterable<readonly [first: Words, last: Words]>,
    { count, lowest, highest }: { count: number; lowest: Words; highest: Words },
  ) {
    const differing = bitLength(xor(lowest, highest));
    this.#mask = signed(maskWords([0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], differing));
    this.#shared = signed(lowest);
    const bits = Math.min(MAX_BITS, differing, Math.ceil(Math.log2(count)) + SPARE_BITS);
    const shared = 128 - differing;
    this.#word = shared >>> 5;
    this.#shift = shared & 31;
    this.#excess = 32 - bits;
    this.#hostBits = differing - bits;
    this.#states = new Uint32Array(Math.ceil(2 ** bits / 16));
    for (const [first, last] of intervals) this.#mark(first, last);
  }

  /** Undefined where the lane itself must be looked through. */
  contains(point: Words): boolean | undefined {
    const [shared, mask] = [this.#shared, this.#mask];
    const differing =
      ((point[0] ^ shared[0]) & mask[0]) |
      ((point[1] ^ shared[1]) & mask[1]) |
      ((point[2] ^ shared[2]) & mask[2]) |
      ((point[3] ^ shared[3]) & mask[3]);
    if (differing !== 0) return false;
    const block = this.#block(point);
    const state = ((this.#states[block >>> 4] as number) >>> ((block & 15) * 2)) & 3;
    return state === MIXED ? undefined : state === IN;
  }

  #mark(first: Words, last: Words): void {
    const [from, to] = [this.#block(first), this.#block(last)];
    const startsBlock = compareWords(maskWords(first, this.#hostBits), first) === 0;
    const endsBlock = compareWords(fillWords(last, this.#hostBits), last) === 0;
    for (let block = from; block <= to; block++) this.#set(block, (block > from || startsBlock) && (block < to || endsBlock) ? IN : MIXED);
  }

  #set(block: number, state: State): void {
    this.#states[block >>> 4] = at(this.#states, block >>> 4) | (state << ((block & 15) * 2));
  }

  #block(point: Words): number {
    const word = this.#word;
    const high = point[word] as number;
    const low = word < 3 ? (point[word + 1] as number) : 0;
    const window = this.#shift === 0 ? high : (high << this.#shift) | (low >>> (32 - this.#shift));
    return window >>> this.#excess;
  }
}

function xor(a: Words, b: Words): Words {
  return [(a[0] ^ b[0]) >>> 0, (a[1] ^ b[1]) >>> 0, (a[2] ^ b[2]) >>> 0, (a[3] ^ b[3]) >>> 0];
}

/** The same bits as numbers that the engine keeps unboxed. */
function signed(a: Words): Words {
  return [a[0] | 0, a[1] | 0, a[2] | 0, a[3] | 0];
}
