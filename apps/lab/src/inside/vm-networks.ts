import type { JsonObject } from '@bosh6/base';
import { eui64Address, IpAddress, IpPrefix } from '@bosh6/ip';
import { vmCreationFailed } from '../errors.js';
import { chooseAddress } from './dynamic-addresses.js';
import { type Gateway, gatewayOf } from './gateways.js';
import { macFor, type Networks } from './networks.js';
import type { NicRecord } from './state.js';
import type { VipRecord } from './vips.js';

interface Plan {
  networks: Record<string, JsonObject>;
  nics: NicRecord[];
  /** Of delegated prefixes. */
  routes: string[];
  neighbours: string[];
  vips: VipRecord[];
}

interface NicDraft {
  iaas: string;
  names: string[];
  mac: string | undefined;
  mtu: number | undefined;
  gateways: Gateway[];
  delegated: IpPrefix[];
  given: string[];
}

/**
 * Turns create_vm's networks into NICs: one for each network, one for all networks of a nic_group. Each network gets its NIC's MAC; gateways go to
 * the router, and delegated prefixes are routed to the NIC. A `dynamic` network gets an address that is not in `taken`, and is then, at once; the VM has
 * it from its start. A `vip` network has no NIC.
 */
export async function planNics(
  number: number,
  cid: string,
  given: Record<string, JsonObject>,
  networks: Networks,
  taken: Set<string>,
): Promise<Plan> {
  const plan: Plan = { networks: structuredClone(given), nics: [], routes: [], neighbours: [], vips: [] };
  try {
    return await fillIn(plan, number, cid, networks, taken);
  } catch (error) {
    for (const address of addressesIn(plan.networks)) taken.delete(address);
    await networks.release(cid);
    throw error;
  }
}

async function fillIn(plan: Plan, number: number, cid: string, networks: Networks, taken: Set<string>): Promise<Plan> {
  const drafts = new Map<string, NicDraft>();
  for (const [name, network] of Object.entries(plan.networks)) {
    if (network.type === 'vip') continue;
    const draft = draftFor(drafts, name, network);
    draft.names.push(name);
    if (typeof network.mac === 'string') draft.mac = readMac(name, network.mac);
    if (network.type === 'dynamic') choose(name, network, draft, networks.number(draft.iaas), taken);
    else if (typeof network.ip === 'string') taken.add(network.ip);
    readAddress(name, network, draft);
  }
  for (const draft of drafts.values()) {
    const index = plan.nics.length;
    const nic = `eth${index}`;
    const mac = draft.mac ?? macFor(`${cid} ${index}`);
    const { mtu } = draft;
    const bridge = await networks.ensure(draft.iaas, cid, draft.gateways, mtu);
    const commands = draft.given.length === 0 ? [] : [`link set dev ${nic} up`, ...draft.given.map((command) => `${command} dev ${nic}`)];
    const common = { name: nic, peer: `v${number}n${index}`, mac, bridge, networks: draft.names, given: commands };
    plan.nics.push(mtu === undefined ? common : { ...common, mtu });
    for (const name of draft.names) (plan.networks[name] as JsonObject).mac = mac;
    // A NIC's link-local address follows from its MAC, so the route can stand before the VM does.
    const linkLocal = eui64Address(IpPrefix.parse('fe80::/64'), mac);
    for (const prefix of draft.delegated)
      plan.routes.push(`${prefix} via ${prefix.family === 6 ? '' : 'inet6 '}${linkLocal} dev ${bridge}`);
    // The VM need not answer for it: a NIC may be without IPv6, or have no IPv4 address but those of the prefix, for which it answers no ARP.
    if (draft.delegated.length > 0) plan.neighbours.push(`${linkLocal} lladdr ${mac} dev ${bridge}`);
  }
  plan.vips = vipsOf(plan);
  return plan;
}

function draftFor(drafts: Map<string, NicDraft>, name: string, network: JsonObject): NicDraft {
  const properties = (network.cloud_properties ?? {}) as JsonObject;
  const iaas = properties.name;
  if (typeof iaas !== 'string' || iaas === '')
    throw vmCreationFailed(`network '${name}' has no cloud_properties.name`, false, {
      hint: 'name the network that the NIC shall be on',
    });
  const group = network.nic_group;
  const key = group === undefined || group === null || group === '' ? `network ${name}` : `group ${String(group)}`;
  const draft = drafts.get(key) ?? { iaas, names: [], mac: undefined, mtu: undefined, gateways: [], delegated: [], given: [] };
  drafts.set(key, draft);
  if (draft.iaas !== iaas) throw vmCreationFailed(`networks of nic_group '${String(group)}' are on '${draft.iaas}' and '${iaas}'`, false);
  if (properties.mtu !== undefined) draft.mtu = readMtu(name, properties.mtu);
  return draft;
}

/** Fills in what a DHCP server would say, and has it configured. */
function choose(name: string, network: JsonObject, draft: NicDraft, bridge: number, taken: Set<string>): void {
  const { address, subnet, gateway } = chooseAddress(name, network, bridge, taken);
  taken.add(address.toString());
  const isDefault = Array.isArray(network.default) && network.default.includes('gateway');
  Object.assign(network, { ip: address.toString(), netmask: subnet.netmask(), gateway: gateway.toString(), preconfigured: true });
  draft.given.push(`addr add ${address}/${subnet.length}${address.family === 6 ? ' nodad' : ''}`);
  if (isDefault) draft.given.push(`route add default via ${gateway}`);
}

/** Each virtual address leads to the VM's address of its family, the one with the default route before others. */
function vipsOf({ networks, nics }: Plan): VipRecord[] {
  const entries = Object.entries(networks);
  return entries.flatMap(([name, network]): VipRecord[] => {
    if (network.type !== 'vip' || typeof network.ip !== 'string') return [];
    const { family } = IpAddress.parse(network.ip);
    const own = entries.filter(([, other]) => other.type !== 'vip' && isAddressOf(other, family));
    const [found] = own.find(([, other]) => Array.isArray(other.default) && other.default.includes('gateway')) ?? own[0] ?? [];
    const nic = nics.find((each) => found !== undefined && each.networks.includes(found));
    if (found === undefined || nic === undefined)
      throw vmCreationFailed(`vip network '${name}': the VM has no IPv${family} address for ${network.ip} to lead to`, false, {
        hint: `give the instance group a network of IPv${family} too`,
      });
    return [{ vip: network.ip, address: String(networks[found]?.ip), bridge: nic.bridge }];
  });
}

function isAddressOf({ ip, prefix }: JsonObject, family: 4 | 6): boolean {
  if (typeof ip !== 'string' || IpAddress.tryParse(ip)?.family !== family) return false;
  return prefix === undefined || Number(prefix) === (family === 6 ? 128 : 32);
}

/** Every address that these settings name. */
export function addressesIn(networks: Record<string, JsonObject>): string[] {
  return Object.values(networks).flatMap(({ ip }) => (typeof ip === 'string' ? [ip] : []));
}

function readMtu(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1280 && value <= 9000) return value;
  throw vmCreationFailed(`network '${name}': cloud_properties.mtu must be a whole number from 1280 to 9000`, false);
}

function readMac(name: string, text: string): string {
  if (/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(text)) return text.toLowerCase();
  throw vmCreationFailed(`network '${name}': '${text}' is no MAC address`, false);
}

function readAddress(name: string, network: JsonObject, draft: NicDraft): void {
  if (typeof network.ip !== 'string') return;
  try {
    const address = IpAddress.parse(network.ip);
    const bits = address.family === 6 ? 128 : 32;
    const own = Number(network.prefix ?? bits);
    if (own !== bits) draft.delegated.push(IpPrefix.of(address, own));
    if (typeof network.netmask !== 'string') return;
    const { length } = IpPrefix.fromNetmask(address, network.netmask);
    const gateway = gatewayOf(address, length, typeof network.gateway === 'string' ? network.gateway : undefined);
    if (gateway !== undefined) draft.gateways.push(gateway);
  } catch (cause) {
    throw vmCreationFailed(`network '${name}': ${(cause as Error).message}`, false, { cause });
  }
}

// The kernel's IFALIASZ, with its final 0.
const aliasBytes = 255;

/** The alias by which the stock agent finds a NIC. It is a word of a line for `ip`, so a network's name loses what such a word cannot hold. */
export function nicAlias(network = ''): string {
  return `bosh-interface-${network.replace(/[^A-Za-z0-9._-]/g, '')}`.slice(0, aliasBytes);
}
