import type { IpAddress } from './ip-address.js';
import type { IpPrefix } from './ip-prefix.js';
import { IpRange } from './ip-range.js';

/** The subnet-router anycast address of an IPv6 network (RFC 4291 section 2.6.1); none for IPv4, /127 (RFC 6164) and /128. */
export function subnetRouterAnycast(network: IpPrefix): IpAddress | undefined {
  return network.family === 6 && network.length < 127 ? network.first : undefined;
}

/**
 * The 128 addresses of an IPv6 network that RFC 2526 section 2 reserves for anycast: in a /64 those with the interface ids fdff:ffff:ffff:ff80 to
 * fdff:ffff:ffff:ffff, else the last 128, as also in the /64s of ::/3, whose ids are no EUI-64. None for IPv4, and for networks of fewer than 256 addresses.
 */
export function reservedAnycast(network: IpPrefix): IpRange | undefined {
  if (network.family === 4 || network.hostBits < 8) return undefined;
  const eui64 = network.length === 64 && network.first.words[0] >>> 29 !== 0;
  // The universal/local bit is zero: such an id is nobody's EUI-64.
  const last = eui64 ? network.last.add(-(2n ** 57n)) : network.last;
  return IpRange.of(last.add(-127), last);
}

/** The address that means every host of an IPv4 network (RFC 919 section 7), its last one; none for IPv6, /31 (RFC 3021) and /32. */
export function broadcastAddress(network: IpPrefix): IpAddress | undefined {
  return network.family === 4 && network.length < 31 ? network.last : undefined;
}
