import { IntervalSet, type IpAddress, type IpRange } from '@bosh6/ip';
import { type ListedRange, parseAddressList } from './address-list.js';
import { fail } from './errors.js';
import { networkFamilies } from './families.js';
import { asArray, asNode, asText, child, has, type Node, requiredText, wrongType } from './fields.js';
import { checkDefaults, readDefaults } from './group-defaults.js';
import { checkGroupZones, type GroupZones } from './group-zones.js';
import { blockAt, subnetOf } from './lookup.js';
import { naming } from './naming.js';
import type { GroupNetwork, Network, NetworkDefault, Subnet } from './network.js';

export interface GroupNetworksOptions extends GroupZones {
  instances: number;
}

/** An entry whose network and form are known; addresses not yet written out. */
interface Entry {
  network: Network;
  default: NetworkDefault[];
  listed?: ListedRange[];
  nicGroup?: string;
  pointer: string;
}

/** Reads the `networks` of an instance group; BOSH's checks 1 to 14 in their order. Ranges are written out only once their size is known to fit. */
export function parseInstanceGroupNetworks(entries: unknown, networks: readonly Network[], options: GroupNetworksOptions): GroupNetwork[] {
  const { pointer } = options;
  if (entries === undefined) {
    const where = { pointer: pointer.slice(0, pointer.lastIndexOf('/')) };
    throw fail('PropertyMissing', "'networks' is missing", { where, hint: "add 'networks' to the instance group" });
  }
  const values = asArray(entries, pointer);
  if (values.length === 0) throw fail('GroupWithoutNetworks', 'the instance group has no network', { where: { pointer } });
  const parsed = values.map((value, index) => {
    const at = child(pointer, index);
    return naming(value, at, () => parseEntry(asNode(value, at), networks));
  });
  checkListedOnce(parsed);
  checkDefaults(parsed, pointer, options.azs);
  checkGroupZones(parsed, options);
  return parsed.map((entry) => {
    const { network, default: defaults, nicGroup } = entry;
    const staticIps = entry.listed && staticIpsOf(entry, entry.listed, options);
    return {
      network,
      default: defaults,
      ...(staticIps && { staticIps }),
      ...(nicGroup !== undefined && { nicGroup }),
      pointer: entry.pointer,
    };
  });
}

function parseEntry(node: Node, networks: readonly Network[]): Entry {
  const name = requiredText(node, 'name');
  const defaults = readDefaults(node);
  const nicGroup = readNicGroup(node);
  const pointer = child(node.pointer, 'static_ips');
  const listed = has(node, 'static_ips') ? parseAddressList(node.value.static_ips, pointer) : undefined;
  checkNoneTwice(listed ?? []);
  const network = networks.find((candidate) => candidate.name === name);
  if (network === undefined) {
    const hint = `the cloud config has ${networks.map((candidate) => `'${candidate.name}'`).join(', ') || 'no network'}`;
    throw fail('NetworkUnknown', `there is no network '${name}'`, { where: { pointer: child(node.pointer, 'name') }, hint });
  }
  if (listed !== undefined && network.type === 'vip' && network.subnets.length > 0) {
    const message = `network '${name}' has its addresses in the cloud config, and static_ips lists more`;
    throw fail('VipStaticTwice', message, { where: { pointer } });
  }
  if (listed !== undefined && network.type === 'dynamic') {
    throw fail('StaticIpsOnDynamic', `network '${name}' is dynamic and takes no static_ips`, { where: { pointer } });
  }
  return { network, default: defaults, ...(listed && { listed }), ...(nicGroup !== undefined && { nicGroup }), pointer: node.pointer };
}

function readNicGroup(node: Node): string | undefined {
  const value = node.value.nic_group;
  if (value === undefined) return undefined;
  const pointer = child(node.pointer, 'nic_group');
  if (typeof value !== 'string' && typeof value !== 'number') throw wrongType(pointer, 'a string', value);
  return asText(value, pointer);
}

function checkNoneTwice(listed: readonly ListedRange[]): void {
  let seen = IntervalSet.empty;
  for (const { range, text, pointer } of listed) {
    if (seen.overlaps(range))
      throw fail('StaticIpTwice', `static_ips lists ${range.size > 1n ? 'addresses of ' : ''}'${text}' twice`, {
        where: { pointer },
        hint: 'list each address once',
      });
    seen = seen.add(range);
  }
}

function checkListedOnce(entries: readonly Entry[]): void {
  entries.forEach((entry, index) => {
    if (entries.findIndex((other) => other.network === entry.network) === index) return;
    throw fail('NetworkListedTwice', `network '${entry.network.name}' is listed twice`, { where: { pointer: entry.pointer } });
  });
}

function staticIpsOf(entry: Entry, listed: readonly ListedRange[], options: GroupNetworksOptions): IpAddress[] {
  const families = networkFamilies(entry.network, options.azs);
  const isDual = families.length > 1 && listed.length > 0;
  // Of both families either may be left out: its addresses are then any.
  const lists = isDual ? families.map((family) => listed.filter(({ range }) => range.family === family)) : [listed];
  for (const list of lists) if (!isDual || list.length > 0) checkCount(entry, list, isDual, options);
  return listed.flatMap(({ range, pointer }) =>
    [...addresses(range)].map((address) => checkAddress(entry.network, address, pointer, options)),
  );
}

function checkCount(entry: Entry, listed: readonly ListedRange[], isDual: boolean, options: GroupNetworksOptions): void {
  const total = listed.reduce((sum, { range }) => sum + range.size, 0n);
  if (total === BigInt(options.instances)) return;
  const wide = listed.find(({ range, text }) => range.size > 1n && text.includes('/'));
  if (wide !== undefined) throw wideEntry(entry.network, wide, options.instances);
  const family = isDual ? `IPv${listed[0]?.range.family} ` : '';
  const hint = isDual ? 'list one for each instance, or none of this family' : 'list one static IP for each instance';
  const message = `network '${entry.network.name}' has ${total} static ${family}IPs for ${options.instances} instances`;
  throw fail('StaticIpsMismatch', message, { where: { pointer: child(entry.pointer, 'static_ips') }, hint });
}

/** `2001:db8::165/64` where `2001:db8::165` is meant. */
function wideEntry(network: Network, { text, pointer }: ListedRange, instances: number): Error {
  const [address = '', length = ''] = text.split('/').map((part) => part.trim());
  const what = `static_ips entry '${text}' of network '${network.name}' stands for all addresses of a network, not for one`;
  const hint = `list one address for each instance (${instances}), without '/${length}'${instances === 1 ? `: '${address}'` : ''}`;
  return fail('StaticIpsMismatch', what, { where: { pointer }, hint });
}

function* addresses(range: IpRange): Generator<IpAddress> {
  for (let address = range.first; ; address = address.add(1)) {
    yield address;
    if (address.equals(range.last)) return;
  }
}

function checkAddress(network: Network, address: IpAddress, pointer: string, options: GroupNetworksOptions): IpAddress {
  if (network.type !== 'manual') return address;
  const subnet = subnetOf(network, address);
  const refuse = (why: string, hint: string): Error =>
    fail('StaticIpsMismatch', `static IP ${address} ${why} of network '${network.name}'`, { where: { pointer }, hint });
  if (subnet === undefined) throw refuse('is in no subnet', `the subnets are ${network.subnets.map(({ range }) => range).join(', ')}`);
  const { range, prefix } = subnet;
  if (!subnet.static.contains(address)) {
    throw refuse(`is not in the static list of subnet ${range}`, wayOut(subnet, address));
  }
  if (blockAt(subnet, address) === undefined)
    throw refuse(`is not the first of a /${prefix} in subnet ${range}`, `use the first address of a /${prefix}`);
  if (options.azs !== undefined && subnet.azs !== undefined && !subnet.azs.some((az) => options.azs?.includes(az))) {
    const hint = `the subnet serves ${subnet.azs.join(', ')}`;
    const where = `subnet ${subnet.range} of network '${network.name}'`;
    throw fail(
      'StaticIpWrongZone',
      `static IP ${address} is in ${where}, which serves none of the group's AZs (${options.azs.join(', ')})`,
      {
        where: { pointer },
        hint,
      },
    );
  }
  return address;
}

/** What may be done about an address that is not in its subnet's static list. */
function wayOut({ range, gateway, reserved, restricted }: Subnet, address: IpAddress): string {
  if (gateway?.equals(address) === true) return "it is that subnet's gateway: take another";
  if (reserved.contains(address)) return `it is in 'reserved' of subnet ${range}: take another`;
  if (restricted.contains(address)) return 'no VM gets it, since it is for the network itself or for the Director: take another';
  return `add it to 'static' of subnet ${range} in the cloud config`;
}
