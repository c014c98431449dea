import { fail } from './errors.js';
import { type Family, familyBits, IpAddress } from './ip-address.js';
import { IpRange } from './ip-range.js';
import { readPrefix } from './prefix-text.js';
import { compareWords, fillWords, maskWords, trailingZeros, type Words } from './words.js';

/** A network: an aligned block of addresses (RFC 4632 section 3.1, RFC 4291 section 2.3). Immutable. */
export class IpPrefix {
  /** The first address; host bits that were given are masked off. */
  readonly address: IpAddress;
  readonly length: number;

  private constructor(address: IpAddress, length: number) {
    this.address = address;
    this.length = length;
  }

  /** The network of that length around an address; its zone is dropped. Throws `InvalidPrefix`. */
  static of(address: IpAddress, length: number = familyBits(address.family)): IpPrefix {
    const bits = familyBits(address.family);
    if (!Number.isInteger(length) || length < 0 || length > bits) {
      throw fail('InvalidPrefix', `${length} is not a prefix length of an IPv${address.family} address (0 to ${bits})`);
    }
    return new IpPrefix(IpAddress.fromWords(address.family, maskWords(address.words, bits - length)), length);
  }

  /** Reads `address/length`, whose host bits are masked off, or a bare address as a network of one. No zone, no netmask. Throws `InvalidPrefix`. */
  static parse(text: string): IpPrefix {
    const prefix = IpPrefix.tryParse(text);
    if (prefix === undefined) throw fail('InvalidPrefix', `'${text}' is not a network`);
    return prefix;
  }

  /** Like `parse`, but undefined where that throws. */
  static tryParse(text: string): IpPrefix | undefined {
    const parts = readPrefix(text);
    return parts && IpPrefix.of(parts.address, parts.length);
  }

  /** The network of an address and a netmask, such as `255.255.255.0`. Throws `InvalidPrefix` for a mask with holes, or of the other family. */
  static fromNetmask(address: IpAddress, netmask: string): IpPrefix {
    const mask = IpAddress.tryParse(netmask);
    if (mask?.family === address.family) {
      const bits = familyBits(mask.family);
      const length = Math.max(0, bits - trailingZeros(mask.words));
      if (compareWords(maskWords(allOnes(mask.family), bits - length), mask.words) === 0) return IpPrefix.of(address, length);
    }
    throw fail('InvalidPrefix', `'${netmask}' is not an IPv${address.family} netmask`);
  }

  get family(): Family {
    return this.address.family;
  }
  /** The same as `address`. */
  get first(): IpAddress {
    return this.address;
  }
  /** The address with all host bits set; IPv4's broadcast address where the network has one. */
  get last(): IpAddress {
    return IpAddress.fromWords(this.family, fillWords(this.address.words, this.hostBits));
  }
  /** Number of bits behind the prefix. */
  get hostBits(): number {
    return familyBits(this.family) - this.length;
  }

  /** Ignores the address's zone. */
  contains(address: IpAddress): boolean {
    return address.family === this.family && compareWords(maskWords(address.words, this.hostBits), this.address.words) === 0;
  }
  /** Whether the other network lies inside this one or is the same. */
  containsPrefix(other: IpPrefix): boolean {
    return other.length >= this.length && this.contains(other.address);
  }
  /** Whether they share an address: then one holds the other. */
  overlaps(other: IpPrefix): boolean {
    return this.containsPrefix(other) || other.containsPrefix(this);
  }
  equals(other: IpPrefix): boolean {
    return this.length === other.length && this.address.equals(other.address);
  }
  /** Orders by family, first address, then length: a network stands before its parts. */
  compare(other: IpPrefix): number {
    return this.address.compare(other.address) || this.length - other.length;
  }

  /** Dotted for IPv4, eight groups of four digits for IPv6, as BOSH writes them. */
  netmask(): string {
    return IpAddress.fromWords(this.family, maskWords(allOnes(this.family), this.hostBits)).toExpanded();
  }
  /** The same addresses as a range. */
  toRange(): IpRange {
    return IpRange.of(this.first, this.last);
  }
  /** `address/length`, the address as RFC 5952 writes it. */
  toString(): string {
    return `${this.address}/${this.length}`;
  }
  toJSON(): string {
    return this.toString();
  }
}

function allOnes(family: Family): Words {
  return family === 4 ? [0, 0, 0, 0xffffffff] : [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff];
}
