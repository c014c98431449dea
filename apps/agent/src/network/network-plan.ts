import type { NetworkSettings, Networks } from '@bosh6/agent-protocol';
import { IpAddress, IpPrefix } from '@bosh6/ip';
import { fail } from '../errors.js';
import type { Nic } from './nics.js';

export interface PlannedAddress {
  address: IpAddress;
  /** Prefix length of the network that it is in. */
  length: number;
  network: string;
  gateway?: IpAddress;
}

export interface PlannedRoute {
  /** 'default' or a prefix. */
  destination: string;
  family: 4 | 6;
  via: IpAddress;
  nic: string;
  onLink: boolean;
}

export interface PlannedNic {
  name: string;
  addresses: PlannedAddress[];
  /** Left as it is: its network is preconfigured, or dynamic. */
  untouched: boolean;
}

export interface NetworkPlan {
  nics: PlannedNic[];
  routes: PlannedRoute[];
  /** Delegated prefixes; the machine answers for every address of them. */
  delegated: IpPrefix[];
}

/** What the machine's interfaces are to be: networks matched to NICs by MAC, several on one NIC allowed, default routes only where the settings say so, one a family.
 * Throws NicNotFound, InvalidSettings. */
export function planNetworks(networks: Networks, nics: readonly Nic[]): NetworkPlan {
  const plan: NetworkPlan = { nics: nics.map(({ name }) => ({ name, addresses: [], untouched: false })), routes: [], delegated: [] };
  const real = Object.entries(networks).filter(([, network]) => network.type !== 'vip');
  for (const [name, network] of real) {
    const nic = findNic(name, network, real.length, nics);
    const planned = plan.nics.find((each) => each.name === nic?.name);
    if (planned === undefined) continue;
    if (network.preconfigured || network.use_dhcp || network.resolved || network.type === 'dynamic' || !network.ip) {
      planned.untouched = true;
      continue;
    }
    const address = parse(name, 'ip', network.ip);
    const gateway = network.gateway ? parse(name, 'gateway', network.gateway) : undefined;
    const subnet = subnetOf(name, network, address);
    if (isDelegated(network.prefix, address.family)) plan.delegated.push(IpPrefix.parse(`${address}/${network.prefix}`));
    else planned.addresses.push({ address, length: subnet.length, network: name, ...(gateway === undefined ? {} : { gateway }) });
    if (gateway !== undefined && network.default?.includes('gateway') && !plan.routes.some((route) => route.family === gateway.family)) {
      plan.routes.push({
        destination: 'default',
        family: gateway.family,
        via: gateway,
        nic: planned.name,
        onLink: !isNear(gateway, subnet),
      });
    }
    for (const route of network.routes ?? []) {
      const destination = IpPrefix.fromNetmask(
        parse(name, 'routes', route.destination),
        route.netmask ?? (address.family === 4 ? '255.255.255.255' : 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'),
      );
      const via = parse(name, 'routes', route.gateway);
      plan.routes.push({
        destination: destination.toString(),
        family: destination.family,
        via,
        nic: planned.name,
        onLink: !isNear(via, subnet),
      });
    }
  }
  return plan;
}

/** The name servers of one network: the only one, else the one whose default says dns, else the first that has any. */
export function nameServers(networks: Networks): string[] {
  const real = Object.values(networks).filter((network) => network.type !== 'vip');
  const chosen =
    real.length === 1
      ? real[0]
      : (real.find((each) => each.default?.includes('dns') && each.dns?.length) ?? real.find((each) => each.dns?.length));
  return chosen?.dns ?? [];
}

function findNic(name: string, network: NetworkSettings, count: number, nics: readonly Nic[]): Nic | undefined {
  const mac = network.mac?.toLowerCase();
  if (!mac) return count === 1 && nics.length === 1 ? nics[0] : undefined;
  const nic = nics.find((each) => each.mac === mac);
  if (nic !== undefined) return nic;
  throw fail('NicNotFound', `No device found for network '${name}' with MAC address '${mac}'`, {
    details: { network: name, mac, present: nics.map((each) => each.mac) },
  });
}

function parse(network: string, field: string, text: string): IpAddress {
  const address = IpAddress.tryParse(text);
  if (address === undefined)
    throw fail('InvalidSettings', `network '${network}': ${field} '${text}' is no address`, {
      where: { pointer: `/networks/${network}/${field}` },
    });
  return address;
}

/** From the netmask; without one the address stands alone. */
function subnetOf(name: string, network: NetworkSettings, address: IpAddress): IpPrefix {
  if (!network.netmask) return IpPrefix.parse(address.toString());
  try {
    return IpPrefix.fromNetmask(address, network.netmask);
  } catch (cause) {
    throw fail('InvalidSettings', `network '${name}': netmask '${network.netmask}' does not fit ${address}`, {
      where: { pointer: `/networks/${name}/netmask` },
      cause,
    });
  }
}

function isDelegated(prefix: string | number | undefined, family: 4 | 6): boolean {
  return prefix !== undefined && prefix !== '' && Number(prefix) !== (family === 4 ? 32 : 128);
}

/** Reachable without help: in the subnet, or link-local. */
function isNear(gateway: IpAddress, subnet: IpPrefix): boolean {
  return subnet.contains(gateway) || linkLocal.contains(gateway);
}

const linkLocal = IpPrefix.parse('fe80::/10');
