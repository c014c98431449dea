import type { IpAddress } from './ip-address.js';
import { IpPrefix } from './ip-prefix.js';

/** How far a multicast packet may travel (RFC 7346 section 2). */
export type MulticastScope =
  | 'interface-local'
  | 'link-local'
  | 'realm-local'
  | 'admin-local'
  | 'site-local'
  | 'organization-local'
  | 'global'
  | 'unassigned'
  | 'reserved';

/** By the four bits of an IPv6 group; those that are not here are unassigned. */
const byBits: Readonly<Record<number, MulticastScope>> = {
  0: 'reserved',
  1: 'interface-local',
  2: 'link-local',
  3: 'realm-local',
  4: 'admin-local',
  5: 'site-local',
  8: 'organization-local',
  14: 'global',
  15: 'reserved',
};

/** IPv4 groups have no scope bits, but ranges: RFC 5771 section 4, RFC 2365 section 6. */
const ranges: readonly [IpPrefix, MulticastScope][] = [
  [IpPrefix.parse('224.0.0.0/24'), 'link-local'],
  [IpPrefix.parse('239.192.0.0/14'), 'organization-local'],
  [IpPrefix.parse('239.0.0.0/8'), 'admin-local'],
];

/** The scope of a group; the caller knows that it is one. */
export function multicastScope(group: IpAddress): MulticastScope {
  if (group.family === 6) return byBits[(group.words[0] >>> 16) & 0xf] ?? 'unassigned';
  return ranges.find(([range]) => range.contains(group))?.[1] ?? 'global';
}
