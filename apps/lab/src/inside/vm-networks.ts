import type { JsonObject } from '@bosh6/base';
import { eui64Address, IpAddress, IpPrefix } from '@bosh6/ip';
import { vmCreationFailed } from '../errors.js';
import { type Gateway, gatewayOf, macFor, type Networks } from './networks.js';
import type { NicRecord } from './state.js';

interface Plan {
  networks: Record<string, JsonObject>;
  nics: NicRecord[];
  /** Of delegated prefixes. */
  routes: string[];
}

interface NicDraft {
  iaas: string;
  names: string[];
  mac: string | undefined;
  gateways: Gateway[];
  delegated: IpPrefix[];
}

/**
 * Turns create_vm's networks into NICs: one for each network, one for all networks of a nic_group. Each network gets its NIC's MAC; gateways go to
 * the router, and delegated prefixes are routed to the NIC. A `vip` network has no NIC.
 */
export async function planNics(number: number, cid: string, given: Record<string, JsonObject>, networks: Networks): Promise<Plan> {
  const drafts = new Map<string, NicDraft>();
  for (const [name, network] of Object.entries(given)) {
    if (network.type === 'vip') continue;
    if (network.type === 'dynamic')
      throw vmCreationFailed(`network '${name}': the lab has no dynamic networks`, false, { hint: "use a network of type 'manual'" });
    const iaas = (network.cloud_properties as JsonObject | undefined)?.name;
    if (typeof iaas !== 'string' || iaas === '')
      throw vmCreationFailed(`network '${name}' has no cloud_properties.name`, false, {
        hint: 'name the network that the NIC shall be on',
      });
    const group = network.nic_group;
    const key = group === undefined || group === null || group === '' ? `network ${name}` : `group ${String(group)}`;
    const draft = drafts.get(key) ?? { iaas, names: [], mac: undefined, gateways: [], delegated: [] };
    drafts.set(key, draft);
    if (draft.iaas !== iaas) throw vmCreationFailed(`networks of nic_group '${String(group)}' are on '${draft.iaas}' and '${iaas}'`, false);
    draft.names.push(name);
    if (typeof network.mac === 'string') draft.mac = readMac(name, network.mac);
    readAddress(name, network, draft);
  }
  const plan: Plan = { networks: structuredClone(given), nics: [], routes: [] };
  for (const draft of drafts.values()) {
    const index = plan.nics.length;
    const mac = draft.mac ?? macFor(`${cid} ${index}`);
    const bridge = await networks.ensure(draft.iaas, draft.gateways);
    plan.nics.push({ name: `eth${index}`, peer: `v${number}n${index}`, mac, bridge, networks: draft.names });
    for (const name of draft.names) (plan.networks[name] as JsonObject).mac = mac;
    for (const prefix of draft.delegated) {
      // A NIC's link-local address follows from its MAC, so the route can stand before the VM does.
      const via = prefix.family === 6 ? ` via ${eui64Address(IpPrefix.parse('fe80::/64'), mac)}` : '';
      plan.routes.push(`${prefix}${via} dev ${bridge}`);
    }
  }
  return plan;
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
