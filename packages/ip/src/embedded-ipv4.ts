import type { AddressKind } from './address-blocks.js';
import { classify } from './classify.js';
import { IpAddress } from './ip-address.js';

/** Where the kinds that carry an IPv4 address keep it. */
const places: Partial<Record<AddressKind, (address: IpAddress) => number>> = {
  'ipv4-compatible': ({ words }) => words[3],
  'ipv4-mapped': ({ words }) => words[3],
  'ipv4-translated': ({ words }) => words[3],
  nat64: ({ words }) => words[3],
  '6to4': ({ words }) => ((words[0] << 16) | (words[1] >>> 16)) >>> 0,
  teredo: ({ words }) => ~words[3] >>> 0,
};

/**
 * The IPv4 address that an IPv6 one carries: IPv4-mapped, -compatible and -translated, NAT64 of the well-known prefix (RFC 6052 section 2.2), 6to4 (RFC 3056 section 2)
 * and the client of Teredo (RFC 4380 section 4). Undefined for any other, and for 64:ff9b:1::/48, whose layout each network chooses (RFC 8215 section 5).
 */
export function embeddedIpv4(address: IpAddress): IpAddress | undefined {
  const { kind, block } = classify(address);
  const read = places[kind];
  if (read === undefined || (kind === 'nat64' && block.length !== 96)) return undefined;
  return IpAddress.fromWords(4, [0, 0, 0, read(address)]);
}
