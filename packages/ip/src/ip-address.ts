import { groupsOf, ipv4Text, ipv6Text, type ParsedAddress, readAddress } from './address-text.js';
import { fail } from './errors.js';
import { addWords, compareWords, subtractWords, type Words, wordsFromBigInt, wordsToBigInt } from './words.js';

/** IPv4 or IPv6. */
export type Family = 4 | 6;

/** Number of bits of an address of the family. */
export function familyBits(family: Family): 32 | 128 {
  return family === 4 ? 32 : 128;
}

/** One IPv4 or IPv6 address. Immutable; compare with `equals` and `compare`, never as text. */
export class IpAddress {
  readonly family: Family;
  /** The number, for code that computes; see `toBigInt` for a friendlier view. */
  readonly words: Words;
  /** RFC 4007 section 11 zone, such as the `eth0` of `fe80::1%eth0`. */
  readonly zone?: string;

  private constructor(family: Family, words: Words, zone?: string) {
    this.family = family;
    this.words = words;
    if (zone !== undefined) this.zone = zone;
  }

  /** Reads every form of RFC 4291 section 2.2 in either case; IPv4 only as four decimal numbers, never octal or hex. Throws `InvalidAddress`. */
  static parse(text: string): IpAddress {
    const address = IpAddress.tryParse(text);
    if (address === undefined) throw fail('InvalidAddress', `'${text}' is not an IP address`);
    return address;
  }

  /** Like `parse`, but undefined where that throws. */
  static tryParse(text: string): IpAddress | undefined {
    const parsed: ParsedAddress | undefined = readAddress(text);
    return parsed && new IpAddress(parsed.family, parsed.words, parsed.zone);
  }

  /** From four unsigned 32-bit words, which are not checked; IPv4 has zeros in all but the last. */
  static fromWords(family: Family, words: Words): IpAddress {
    return new IpAddress(family, words);
  }

  /** Throws `InvalidAddress` for a number that the family cannot hold. */
  static fromBigInt(family: Family, value: bigint): IpAddress {
    if (value < 0n || value >> BigInt(familyBits(family)) !== 0n) throw fail('InvalidAddress', `${value} is not an IPv${family} address`);
    return new IpAddress(family, wordsFromBigInt(value));
  }

  /** From 4 or 16 bytes; IPv4 also from 16, right-aligned and zero-padded as `toBytes16` gives. Throws `InvalidAddress`. */
  static fromBytes(family: Family, bytes: Uint8Array): IpAddress {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (family === 4 && bytes.length === 4) return new IpAddress(4, [0, 0, 0, view.getUint32(0)]);
    if (bytes.length === 16) {
      const words: Words = [view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)];
      if (family === 6 || (words[0] | words[1] | words[2]) === 0) return new IpAddress(family, words);
    }
    throw fail('InvalidAddress', `${bytes.length} bytes do not hold an IPv${family} address`);
  }

  /** Network order: 4 bytes or 16. */
  toBytes(): Uint8Array {
    return this.family === 4 ? this.toBytes16().slice(12) : this.toBytes16();
  }

  /** 16 bytes that sort like the number; IPv4 sits right-aligned behind zeros, so the family must travel apart. */
  toBytes16(): Uint8Array {
    const bytes = new Uint8Array(16);
    const view = new DataView(bytes.buffer);
    this.words.forEach((word, index) => {
      view.setUint32(index * 4, word);
    });
    return bytes;
  }

  /** The number: below 2^32 for IPv4, below 2^128 for IPv6. */
  toBigInt(): bigint {
    return wordsToBigInt(this.words);
  }

  /** The canonical text: RFC 5952 with its zone (RFC 4007 section 11), IPv4-mapped in mixed form (RFC 5952 section 5); dotted for IPv4. */
  toString(): string {
    const text = this.family === 4 ? ipv4Text(this.words[3]) : ipv6Text(this.words);
    return this.zone === undefined ? text : `${text}%${this.zone}`;
  }

  /** As `toString`, so that JSON holds the canonical text. */
  toJSON(): string {
    return this.toString();
  }

  /** Eight groups of four digits, as BOSH writes IPv6; dotted for IPv4. */
  toExpanded(): string {
    if (this.family === 4) return this.toString();
    const text = groupsOf(this.words)
      .map((group) => group.toString(16).padStart(4, '0'))
      .join(':');
    return this.zone === undefined ? text : `${text}%${this.zone}`;
  }

  /** Orders by family, then number, then zone. */
  compare(other: IpAddress): number {
    if (this.family !== other.family) return this.family - other.family;
    const order = compareWords(this.words, other.words);
    if (order !== 0) return order;
    const [a, b] = [this.zone ?? '', other.zone ?? ''];
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** Same family, number and zone. */
  equals(other: IpAddress): boolean {
    return this.compare(other) === 0;
  }

  /** The address `n` further (or back, for a negative one). Throws `AddressOverflow` outside the family's space. */
  add(n: number | bigint): IpAddress {
    const distance = BigInt(n);
    const size = distance < 0n ? -distance : distance;
    const step = wordsFromBigInt(size);
    const words = distance < 0n ? subtractWords(this.words, step) : addWords(this.words, step).words;
    const wrapped = distance < 0n ? compareWords(words, this.words) > 0 : compareWords(words, this.words) < 0;
    if (size >> BigInt(familyBits(this.family)) !== 0n || wrapped || (this.family === 4 && words[2] !== 0)) {
      throw fail('AddressOverflow', `${this} ${distance < 0n ? '-' : '+'} ${size} is no IPv${this.family} address`);
    }
    return new IpAddress(this.family, words, this.zone);
  }

  /** The same address without its zone. */
  withoutZone(): IpAddress {
    return this.zone === undefined ? this : new IpAddress(this.family, this.words);
  }
}
