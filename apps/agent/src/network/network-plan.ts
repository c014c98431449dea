import type { NetworkSettings, Networks } from '@bosh6/agent-protocol';
import { type Family, IpAddress, IpPrefix } from '@bosh6/ip';
import { fail } from '../errors.js';
import { mainTable } from './marks.js';
import type { Nic } from './nics.js';
import { everywhere, type NetworkPlan, type PlannedNic, type PlannedRoute, subnet } from './plan.js';
import { sourceRouting } from './source-routing.js';

/** What the machine's interfaces are to be: networks matched to NICs by MAC, several on one NIC allowed, default routes only where the settings say so, one a family; and
 * the tables by which replies leave by the interface that the request came in on. Throws NicNotFound, InvalidSettings. */
export function planNetworks(networks: Networks, nics: readonly Nic[]): NetworkPlan {
  const planned: PlannedNic[] = nics.map((nic) => ({
    ...nic,
    addresses: [],
    delegated: [],
    ipv6: false,
    acceptRa: false,
    untouched: false,
  }));
  const real = Object.entries(networks).filter(([, network]) => network.type !== 'vip');
  const routed: { network: NetworkSettings; name: string; nic: PlannedNic; gateway?: IpAddress }[] = [];
  for (const [name, network] of real) {
    const found = findNic(name, network, real.length, nics);
    if (!network.ip || isOfOthers(network)) {
      for (const nic of planned) {
        if (found === undefined ? isNamed(nic, real) : nic.name !== found.name) continue;
        nic.untouched = true;
        nic.ipv6 ||= mayBeIpv6(network);
      }
      continue;
    }
    const nic = planned.find((each) => each.name === found?.name);
    if (nic === undefined) throw unmatched(name, nics);
    const address = parse(name, 'ip', network.ip);
    // Whoever takes the default route from the link does not want another beside it.
    const given = network.gateway && !network.accept_ra ? parse(name, 'gateway', network.gateway) : undefined;
    const gateway = given === undefined ? {} : { gateway: given };
    if (isDelegated(network.prefix, address.family))
      nic.delegated.push({ prefix: IpPrefix.of(address, Number(network.prefix)), ...gateway });
    else nic.addresses.push({ address, length: subnetOf(name, network, address).length, network: name, ...gateway });
    nic.ipv6 ||= address.family === 6;
    nic.acceptRa ||= address.family === 6 && network.accept_ra === true;
    routed.push({ network, name, nic, ...gateway });
  }
  const routes: PlannedRoute[] = [];
  for (const { network, name, nic, gateway } of routed) {
    const add = (destination: IpPrefix, via: IpAddress): void => {
      const { family } = destination;
      if (routes.some((each) => each.family === family && each.destination.equals(destination))) return;
      routes.push({ family, destination, via, nic: nic.name, onLink: !isNear(via, nic), table: mainTable });
    };
    if (gateway !== undefined && network.default?.includes('gateway')) add(everywhere(gateway.family), gateway);
    for (const route of network.routes ?? []) add(destinationOf(name, route), parse(name, 'routes', route.gateway));
  }
  const source = sourceRouting(planned, routes);
  return { nics: planned, routes: [...routes, ...source.routes], rules: source.rules };
}

/** Somebody else configures it. */
function isOfOthers(network: NetworkSettings): boolean {
  return Boolean(network.preconfigured || network.use_dhcp || network.resolved) || network.type === 'dynamic';
}

function isNamed({ mac }: Nic, networks: readonly [string, NetworkSettings][]): boolean {
  return networks.some(([, network]) => network.mac?.toLowerCase() === mac);
}

/** bosh-agent passes over such a network, and its NIC is then nobody's. */
function unmatched(name: string, nics: readonly Nic[]): Error {
  return fail(
    'NicNotFound',
    `network '${name}' has no MAC address, and this machine has ${nics.length} NICs: which is its own cannot be told`,
    {
      details: { network: name, present: nics.map((each) => each.mac) },
    },
  );
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
  return address.withoutZone();
}

/** From the netmask; without one the address stands alone. */
function subnetOf(name: string, { netmask }: NetworkSettings, address: IpAddress): IpPrefix {
  if (!netmask) return IpPrefix.of(address);
  try {
    return IpPrefix.fromNetmask(address, netmask);
  } catch (cause) {
    throw fail('InvalidSettings', `network '${name}': netmask '${netmask}' does not fit ${address}`, {
      where: { pointer: `/networks/${name}/netmask` },
      cause,
    });
  }
}

function destinationOf(name: string, { destination, netmask }: { destination: string; netmask?: string | undefined }): IpPrefix {
  return subnetOf(name, { netmask }, parse(name, 'routes', destination));
}

/** Of a network that somebody else configures; without an address the prefix says the family, IPv4 unless said. */
function mayBeIpv6({ ip, prefix }: NetworkSettings): boolean {
  if (ip) return IpAddress.tryParse(ip)?.family !== 4;
  return prefix !== undefined && prefix !== '' && Number(prefix) !== 32;
}

function isDelegated(prefix: string | number | undefined, family: Family): boolean {
  return prefix !== undefined && prefix !== '' && Number(prefix) !== (family === 4 ? 32 : 128);
}

/** Reachable without help: link-local, or in the subnet of an address that the NIC has. */
function isNear(gateway: IpAddress, nic: PlannedNic): boolean {
  return linkLocal.contains(gateway) || nic.addresses.some((each) => subnet(each).contains(gateway));
}

const linkLocal = IpPrefix.parse('fe80::/10');
