import { fail } from './errors.js';
import { type Family, familyBits, IpAddress } from './ip-address.js';
import { readPrefix } from './prefix-text.js';
import { fillWords, maskWords } from './words.js';

/** All addresses from `first` to `last`, both included, of one family. Immutable, never empty, zones dropped. */
export class IpRange {
  readonly first: IpAddress;
  readonly last: IpAddress;

  private constructor(first: IpAddress, last: IpAddress) {
    this.first = first;
    this.last = last;
  }

  /** From one address to another, or of one alone. Throws `InvalidRange` when the families differ or `last` comes before `first`. */
  static of(first: IpAddress, last: IpAddress = first): IpRange {
    if (first.family !== last.family) throw fail('InvalidRange', `${first}-${last} mixes IPv4 and IPv6`);
    const [from, to] = [first.withoutZone(), last.withoutZone()];
    if (from.compare(to) > 0) throw fail('InvalidRange', `${first}-${last} ends before it starts`);
    return new IpRange(from, to);
  }

  /** Reads `a`, `a/len`, `a-b` and `a - b`; no zones behind a length. Throws `InvalidRange`. */
  static parse(text: string): IpRange {
    const dash = text.indexOf('-');
    if (dash < 0) {
      const block = readPrefix(text.trim());
      if (block === undefined) throw fail('InvalidRange', `'${text}' is not an address, a network or a range`);
      const { family, words } = block.address;
      const hostBits = familyBits(family) - block.length;
      return new IpRange(IpAddress.fromWords(family, maskWords(words, hostBits)), IpAddress.fromWords(family, fillWords(words, hostBits)));
    }
    const [first, last] = [text.slice(0, dash), text.slice(dash + 1)].map((part) => IpAddress.tryParse(part.trim()));
    if (first === undefined || last === undefined) throw fail('InvalidRange', `'${text}' is not an address, a network or a range`);
    return IpRange.of(first, last);
  }

  get family(): Family {
    return this.first.family;
  }
  /** Ignores the address's zone. */
  contains(address: IpAddress): boolean {
    const bare = address.withoutZone();
    return bare.family === this.family && this.first.compare(bare) <= 0 && this.last.compare(bare) >= 0;
  }
  /** Whether every address of the other is inside. */
  containsRange(other: IpRange): boolean {
    return this.contains(other.first) && this.contains(other.last);
  }
  /** Whether they share an address. */
  overlaps(other: IpRange): boolean {
    return other.family === this.family && this.first.compare(other.last) <= 0 && other.first.compare(this.last) <= 0;
  }
  /** The addresses that both have; undefined when there is none, as a range is never empty. */
  intersect(other: IpRange): IpRange | undefined {
    if (!this.overlaps(other)) return undefined;
    const first = this.first.compare(other.first) >= 0 ? this.first : other.first;
    const last = this.last.compare(other.last) <= 0 ? this.last : other.last;
    return new IpRange(first, last);
  }
  equals(other: IpRange): boolean {
    return this.first.equals(other.first) && this.last.equals(other.last);
  }
  /** Number of addresses. */
  get size(): bigint {
    return this.last.toBigInt() - this.first.toBigInt() + 1n;
  }
  /** `a` for a single address, else `a-b`. */
  toString(): string {
    return this.first.equals(this.last) ? this.first.toString() : `${this.first}-${this.last}`;
  }
  toJSON(): string {
    return this.toString();
  }
}
