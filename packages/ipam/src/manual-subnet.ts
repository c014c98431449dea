import {
  type AddressKind,
  broadcastAddress,
  classify,
  familyBits,
  IntervalSet,
  IpAddress,
  IpPrefix,
  IpRange,
  rangePrefixes,
  reservedAnycast,
  subnetRouterAnycast,
} from '@bosh6/ip';
import { type ListedRange, parseAddressList, parseDns } from './address-list.js';
import { fail } from './errors.js';
import { asText, child, has, type Node, optionalFlag, optionalObject, requiredText, wrongType } from './fields.js';
import type { Subnet } from './network.js';
import { spellingHint } from './spelling-hint.js';
import { parseSubnetZones } from './subnet-zones.js';

export interface SubnetOptions {
  azNames: readonly string[];
  /** The Director's own addresses. */
  neverAllocate: readonly IpAddress[];
  /** IPv4 subnets may leave the gateway out; IPv6 ones always may. */
  ignoreMissingGateway?: boolean;
}

/** One subnet of a manual network, checked in BOSH's order. */
export function parseManualSubnet(node: Node, options: SubnetOptions): Subnet {
  const at = (key: string): string => child(node.pointer, key);
  const rangeText = requiredText(node, 'range');
  const gatewayText = readGatewayText(node, rangeText, options);
  const range = parseRange(rangeText, at('range'));
  const onLink = optionalFlag(node, 'on_link');
  const gateway = gatewayText === undefined ? undefined : parseGateway(gatewayText, range, onLink, at('gateway'));

  const reserved = parseAddressList(node.value.reserved, at('reserved'));
  for (const entry of reserved) checkReserved(entry, range);
  const reservedSet = cut(reserved, range);
  const restricted = reservedSet.union(kept(range, gateway, options.neverAllocate));
  const listed = parseAddressList(node.value.static, at('static'));
  for (const entry of listed) checkStatic(entry, range, restricted);

  const staticSet = cut(listed, range);
  const prefix = parsePrefix(node, range);
  const dns = parseDns(node.value.dns, at('dns'));
  const azs = parseSubnetZones(node, options.azNames);
  const bits = node.value.netmask_bits;
  if (bits !== undefined && !Number.isInteger(bits)) throw wrongType(at('netmask_bits'), 'a whole number', bits);
  const cloudProperties = optionalObject(node, 'cloud_properties');
  return {
    range,
    ...(gateway && { gateway }),
    onLink,
    acceptRouterAdvertisements: parseAdvertisements(node, range),
    ...(dns && { dns }),
    ...(azs && { azs }),
    reserved: reservedSet,
    static: staticSet,
    onRequest: prefix === 128 ? staticSet.union(anycastIds(range)) : staticSet,
    restricted,
    prefix,
    cloudProperties,
    pointer: node.pointer,
  };
}

function readGatewayText(node: Node, rangeText: string, options: SubnetOptions): string | undefined {
  if (!has(node, 'gateway') && (options.ignoreMissingGateway || rangeText.includes(':'))) return undefined;
  return requiredText(node, 'gateway');
}

function parseRange(text: string, pointer: string): IpPrefix {
  const range = IpPrefix.tryParse(text);
  if (range === undefined) {
    const hint = spellingHint(text);
    throw fail('RangeInvalid', `'${text}' is not a network`, { where: { pointer }, ...(hint && { hint }) });
  }
  if (range.hostBits === 0) throw fail('RangeInvalid', `'${text}' holds a single address`, { where: { pointer } });
  const [first, last] = [classify(range.first).kind, classify(range.last).kind];
  if (first === last && first === 'link-local' && range.family === 6) {
    const hint = 'every NIC gives itself a link-local address, on every link; use a global or a unique local range (fd00::/8)';
    throw fail('RangeInvalid', `'${text}' holds link-local addresses only`, { where: { pointer }, hint });
  }
  if (first === last && notOfMachines.has(first)) {
    const hint = 'multicast, loopback and IPv4-mapped addresses belong to no machine of a network';
    throw fail('RangeInvalid', `'${text}' holds no address that a machine can have`, { where: { pointer }, hint });
  }
  return range;
}

/** Kinds by which no packet can be sent to one machine of a network. */
const notOfMachines: ReadonlySet<AddressKind> = new Set(['multicast', 'loopback', 'ipv4-mapped', 'unspecified', 'broadcast']);

function isHost(address: IpAddress): boolean {
  return !notOfMachines.has(classify(address).kind);
}

function parseAdvertisements(node: Node, range: IpPrefix): boolean {
  const key = 'accept_router_advertisements';
  const accepted = optionalFlag(node, key);
  if (accepted && range.family === 4) {
    const hint = `remove '${key}', or move it to an IPv6 subnet`;
    throw fail('PropertyNotAllowed', `'${key}' does not belong to the IPv4 subnet ${range}`, {
      where: { pointer: child(node.pointer, key) },
      hint,
    });
  }
  return accepted;
}

function parseGateway(text: string, range: IpPrefix, onLink: boolean, pointer: string): IpAddress {
  const refuse = (why: string, hint: string): Error =>
    fail('GatewayInvalid', `gateway '${text}' of ${range} ${why}`, { where: { pointer }, hint });
  const gateway = IpAddress.tryParse(text);
  const spelling = spellingHint(text);
  if (gateway === undefined) throw refuse('must be a single IP address', spelling ?? 'write one address, without a length');
  if (spelling !== undefined) throw refuse('has a zone', spelling);
  if (gateway.family !== range.family) throw refuse(`is not an IPv${range.family} address`, 'give gateway and range the same family');
  // Routers of IPv6 announce their link-local address; it is on the NIC's own link, whatever the range.
  if (gateway.family === 6 && classify(gateway).kind === 'link-local') return gateway;
  if (!range.contains(gateway)) {
    if (onLink && isHost(gateway)) return gateway;
    if (onLink) throw refuse('is no address of a router', "use the router's own address");
    const addresses = range.family === 6 ? 'address in the range, or its link-local one' : 'address in the range';
    throw refuse(
      'must be inside the range',
      `use the router's ${addresses}; a router that is on the link although its address is in no range of it takes 'on_link: true'`,
    );
  }
  if (range.family === 6 || range.length === 31) return gateway;
  if (gateway.equals(range.first)) throw refuse("can't be the network id", "use the router's own address");
  if (gateway.equals(range.last)) throw refuse("can't be the broadcast IP", "use the router's own address");
  return gateway;
}

/** Addresses that the family's rules and the surroundings keep from instances. */
function kept(range: IpPrefix, gateway: IpAddress | undefined, neverAllocate: readonly IpAddress[]): IntervalSet {
  const last = broadcastAddress(range);
  const always = range.family === 6 ? [subnetRouterAnycast(range)] : last && [range.first, last];
  const all = [...(always ?? []), gateway, ...neverAllocate].filter((address) => address !== undefined);
  return IntervalSet.from(all.filter((address) => range.contains(address)).map((address) => IpRange.of(address)));
}

/** What RFC 2526 reserves in a /64; ADR 0010 says why only there. */
function anycastIds(range: IpPrefix): IntervalSet {
  const ids = range.length === 64 ? reservedAnycast(range) : undefined;
  return ids === undefined ? IntervalSet.empty : IntervalSet.of(ids);
}

/** BOSH cannot read an IPv6 entry of an IPv4 subnet; the reverse is just outside the range. */
function checkFamily(entry: ListedRange, range: IpPrefix): void {
  if (range.family === 6 || entry.range.family === 4) return;
  throw fail('AddressListInvalid', `'${entry.text}' is an IPv6 entry of the IPv4 subnet ${range}`, { where: { pointer: entry.pointer } });
}

/** BOSH looks at the first address of each aligned block that makes up an entry. */
function checkReserved(entry: ListedRange, range: IpPrefix): void {
  checkFamily(entry, range);
  if (isInside(entry, range)) return;
  for (const block of rangePrefixes(entry.range)) {
    if (!range.contains(block.first)) {
      const hint = `list only addresses of ${range}`;
      throw fail('ReservedOutOfRange', `reserved '${entry.text}' is outside ${range}`, { where: { pointer: entry.pointer }, hint });
    }
  }
}

/** Mostly so, and then its networks need no look. */
function isInside({ range: { first, last } }: ListedRange, range: IpPrefix): boolean {
  return range.contains(first) && range.contains(last);
}

function checkStatic(entry: ListedRange, range: IpPrefix, restricted: IntervalSet): void {
  const refuse = (why: string, hint: string): Error =>
    fail('StaticUnusable', `static '${entry.text}' ${why}`, { where: { pointer: entry.pointer }, hint });
  checkFamily(entry, range);
  if (isInside(entry, range) && !restricted.overlaps(entry.range)) return;
  for (const { first } of rangePrefixes(entry.range)) {
    if (restricted.contains(first)) {
      throw refuse(
        `holds ${first}, which is in the reserved range of ${range}`,
        `leave out reserved addresses, the gateway and ${range.family === 6 ? "the range's first address" : "the range's first and last address"}`,
      );
    }
    if (!range.contains(first)) throw refuse(`is outside ${range}`, `list only addresses of ${range}`);
  }
}

function cut(entries: readonly ListedRange[], range: IpPrefix): IntervalSet {
  const whole = range.toRange();
  return IntervalSet.from(entries.flatMap((entry) => entry.range.intersect(whole) ?? []));
}

function parsePrefix(node: Node, range: IpPrefix): number {
  const bits = familyBits(range.family);
  const value = node.value.prefix;
  if (value === undefined) return bits;
  const pointer = child(node.pointer, 'prefix');
  const text = asText(value, pointer);
  if (!/^\d{1,3}$/.test(text)) throw wrongType(pointer, 'a prefix length', value);
  const prefix = Number(text);
  if (prefix < range.length || prefix > bits) {
    const hint = `use a length from ${range.length} to ${bits}`;
    throw fail('PrefixInvalid', `prefix ${text} does not fit into ${range}`, { where: { pointer }, hint });
  }
  return prefix;
}
