import { IpPrefix } from './ip-prefix.js';

/** What an address is for. Each is the purpose of one or more rows of `addressBlocks`; both families share a name where the purpose is the same. */
export type AddressKind =
  | 'unspecified'
  | 'this-network'
  | 'loopback'
  | 'private'
  | 'unique-local'
  | 'shared'
  | 'link-local'
  | 'site-local'
  | 'multicast'
  | 'broadcast'
  | 'documentation'
  | 'benchmarking'
  | 'discard-only'
  | 'dummy'
  | 'ietf-protocol'
  | 'amt'
  | 'as112'
  | '6to4-relay'
  | '6a44-relay'
  | 'ipv4-compatible'
  | 'ipv4-mapped'
  | 'ipv4-translated'
  | 'nat64'
  | '6to4'
  | 'teredo'
  | 'orchid'
  | 'orchid-v2'
  | 'drone-remote-id'
  | 'srv6-sid'
  | 'global-unicast'
  | 'reserved';

/** One row: a block of addresses, what it is for, and who says so. */
export interface AddressBlock {
  readonly block: IpPrefix;
  readonly kind: AddressKind;
  /** The registry's name for it. */
  readonly name: string;
  /** The document, and its section where it has many. */
  readonly rfc: string;
  /** The registry's column of that name (RFC 8190 section 2.1); undefined where it has none, as for multicast, or leaves it open, as for 6to4. */
  readonly globallyReachable: boolean | undefined;
}

const open = undefined;

// IANA's IPv4 and IPv6 Special-Purpose Address Registries as of 2025-10-09, completed by the address space registries to cover every address.
const rows: readonly [block: string, kind: AddressKind, name: string, rfc: string, globallyReachable: boolean | undefined][] = [
  ['0.0.0.0/0', 'global-unicast', 'Unicast', 'RFC 4632', true],
  ['0.0.0.0/8', 'this-network', 'This network', 'RFC 791 section 3.2', false],
  ['0.0.0.0/32', 'unspecified', 'This host on this network', 'RFC 1122 section 3.2.1.3', false],
  ['10.0.0.0/8', 'private', 'Private-Use', 'RFC 1918', false],
  ['100.64.0.0/10', 'shared', 'Shared Address Space (carrier-grade NAT)', 'RFC 6598', false],
  ['127.0.0.0/8', 'loopback', 'Loopback', 'RFC 1122 section 3.2.1.3', false],
  ['169.254.0.0/16', 'link-local', 'Link Local', 'RFC 3927', false],
  ['172.16.0.0/12', 'private', 'Private-Use', 'RFC 1918', false],
  ['192.0.0.0/24', 'ietf-protocol', 'IETF Protocol Assignments', 'RFC 6890 section 2.1', false],
  ['192.0.0.0/29', 'ietf-protocol', 'IPv4 Service Continuity Prefix', 'RFC 7335', false],
  ['192.0.0.8/32', 'dummy', 'IPv4 dummy address', 'RFC 7600', false],
  ['192.0.0.9/32', 'ietf-protocol', 'Port Control Protocol Anycast', 'RFC 7723', true],
  ['192.0.0.10/32', 'ietf-protocol', 'Traversal Using Relays around NAT Anycast', 'RFC 8155', true],
  ['192.0.0.170/31', 'ietf-protocol', 'NAT64/DNS64 Discovery', 'RFC 8880, RFC 7050 section 2.2', false],
  ['192.0.2.0/24', 'documentation', 'Documentation (TEST-NET-1)', 'RFC 5737', false],
  ['192.31.196.0/24', 'as112', 'AS112-v4', 'RFC 7535', true],
  ['192.52.193.0/24', 'amt', 'AMT', 'RFC 7450', true],
  ['192.88.99.0/24', '6to4-relay', 'Deprecated (6to4 Relay Anycast)', 'RFC 7526', open],
  ['192.88.99.2/32', '6a44-relay', '6a44-relay anycast address', 'RFC 6751', false],
  ['192.168.0.0/16', 'private', 'Private-Use', 'RFC 1918', false],
  ['192.175.48.0/24', 'as112', 'Direct Delegation AS112 Service', 'RFC 7534', true],
  ['198.18.0.0/15', 'benchmarking', 'Benchmarking', 'RFC 2544', false],
  ['198.51.100.0/24', 'documentation', 'Documentation (TEST-NET-2)', 'RFC 5737', false],
  ['203.0.113.0/24', 'documentation', 'Documentation (TEST-NET-3)', 'RFC 5737', false],
  ['224.0.0.0/4', 'multicast', 'Multicast', 'RFC 5771', open],
  ['224.0.0.0/24', 'multicast', 'Local Network Control Block', 'RFC 5771 section 4', open],
  ['239.0.0.0/8', 'multicast', 'Administratively Scoped', 'RFC 2365', open],
  ['239.192.0.0/14', 'multicast', 'Organization Local Scope', 'RFC 2365 section 6.2', open],
  ['240.0.0.0/4', 'reserved', 'Reserved', 'RFC 1112 section 4', false],
  ['255.255.255.255/32', 'broadcast', 'Limited Broadcast', 'RFC 919 section 7, RFC 8190', false],

  ['::/0', 'reserved', 'Reserved by IETF', 'RFC 4291 section 2.4', false],
  ['::/96', 'ipv4-compatible', 'Deprecated (IPv4-compatible)', 'RFC 4291 section 2.5.5.1', false],
  ['::/128', 'unspecified', 'Unspecified Address', 'RFC 4291 section 2.5.2', false],
  ['::1/128', 'loopback', 'Loopback Address', 'RFC 4291 section 2.5.3', false],
  ['::ffff:0:0/96', 'ipv4-mapped', 'IPv4-mapped Address', 'RFC 4291 section 2.5.5.2', false],
  ['::ffff:0:0:0/96', 'ipv4-translated', 'IPv4-translated', 'RFC 2765 section 2.1', false],
  ['64:ff9b::/96', 'nat64', 'IPv4-IPv6 Translation (well-known prefix)', 'RFC 6052', true],
  ['64:ff9b:1::/48', 'nat64', 'IPv4-IPv6 Translation (local use)', 'RFC 8215', false],
  ['100::/64', 'discard-only', 'Discard-Only Address Block', 'RFC 6666', false],
  ['100:0:0:1::/64', 'dummy', 'Dummy IPv6 Prefix', 'RFC 9780', false],
  ['200::/7', 'reserved', 'Deprecated (OSI NSAP-mapped)', 'RFC 4048', false],
  ['2000::/3', 'global-unicast', 'Global Unicast', 'RFC 4291 section 2.5.4', true],
  ['2001::/23', 'ietf-protocol', 'IETF Protocol Assignments', 'RFC 2928', false],
  ['2001::/32', 'teredo', 'TEREDO', 'RFC 4380, RFC 8190', open],
  ['2001:1::1/128', 'ietf-protocol', 'Port Control Protocol Anycast', 'RFC 7723', true],
  ['2001:1::2/128', 'ietf-protocol', 'Traversal Using Relays around NAT Anycast', 'RFC 8155', true],
  ['2001:1::3/128', 'ietf-protocol', 'DNS-SD Service Registration Protocol Anycast', 'RFC 9665', true],
  ['2001:2::/48', 'benchmarking', 'Benchmarking', 'RFC 5180', false],
  ['2001:3::/32', 'amt', 'AMT', 'RFC 7450', true],
  ['2001:4:112::/48', 'as112', 'AS112-v6', 'RFC 7535', true],
  ['2001:10::/28', 'orchid', 'Deprecated (previously ORCHID)', 'RFC 4843', open],
  ['2001:20::/28', 'orchid-v2', 'ORCHIDv2', 'RFC 7343', true],
  ['2001:30::/28', 'drone-remote-id', 'Drone Remote ID Protocol Entity Tags (DETs) Prefix', 'RFC 9374', true],
  ['2001:db8::/32', 'documentation', 'Documentation', 'RFC 3849', false],
  ['2002::/16', '6to4', '6to4', 'RFC 3056', open],
  ['2620:4f:8000::/48', 'as112', 'Direct Delegation AS112 Service', 'RFC 7534', true],
  ['3fff::/20', 'documentation', 'Documentation', 'RFC 9637', false],
  ['5f00::/16', 'srv6-sid', 'Segment Routing (SRv6) SIDs', 'RFC 9602', false],
  ['fc00::/7', 'unique-local', 'Unique-Local', 'RFC 4193, RFC 8190', false],
  ['fe80::/10', 'link-local', 'Link-Local Unicast', 'RFC 4291 section 2.5.6', false],
  ['fec0::/10', 'site-local', 'Deprecated (Site-Local)', 'RFC 3879', false],
  ['ff00::/8', 'multicast', 'Multicast', 'RFC 4291 section 2.7', open],
];

/** Every block that `classify` knows, in order of address; they nest, and together they cover both families. */
export const addressBlocks: readonly AddressBlock[] = Object.freeze(
  rows.map(([block, kind, name, rfc, globallyReachable]) =>
    Object.freeze({ block: IpPrefix.parse(block), kind, name, rfc, globallyReachable }),
  ),
);
