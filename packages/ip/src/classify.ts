import { IpAddress } from './ip-address.js';
import { IpPrefix } from './ip-prefix.js';

const blocks = (...texts: string[]): ((address: IpAddress) => boolean) => {
  const prefixes = texts.map(IpPrefix.parse);
  return (address) => prefixes.some((prefix) => prefix.contains(address));
};

/** RFC 3927 and RFC 4291 section 2.5.6. */
export const isLinkLocal = blocks('169.254.0.0/16', 'fe80::/10');
/** RFC 5771 and RFC 4291 section 2.7. */
export const isMulticast = blocks('224.0.0.0/4', 'ff00::/8');
/** RFC 1122 and RFC 4291 section 2.5.3. */
export const isLoopback = blocks('127.0.0.0/8', '::1');
/** `0.0.0.0` and `::`. */
export const isUnspecified = blocks('0.0.0.0', '::');
/** RFC 1918 and, for IPv6, unique local addresses (RFC 4193). */
export const isPrivate = blocks('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7');
/** RFC 5737, RFC 3849 and RFC 9637. */
export const isDocumentation = blocks('192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20');
/** IPv4-mapped IPv6, RFC 4291 section 2.5.5.2. */
export const isIpv4Mapped = blocks('::ffff:0:0/96');

/** The subnet-router anycast address of an IPv6 network (RFC 4291 section 2.6.1); none for IPv4, /127 (RFC 6164) and /128. */
export function subnetRouterAnycast(network: IpPrefix): IpAddress | undefined {
  return network.family === 6 && network.length < 127 ? network.first : undefined;
}

/** The network that holds the IPv4 broadcast address, as that address; none for IPv6, /31 (RFC 3021) and /32. */
export function broadcast(network: IpPrefix): IpAddress | undefined {
  return network.family === 4 && network.length < 31 ? network.last : undefined;
}

/** The group that neighbour solicitations for an IPv6 address go to (RFC 4291 section 2.7.1). */
export function solicitedNode(address: IpAddress): IpAddress {
  const base = IpAddress.parse('ff02::1:ff00:0');
  return base.add(address.words[3] & 0xffffff);
}
