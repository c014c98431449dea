import { type CpiNetworks, cpiError } from '@bosh6/cpi-protocol';
import { IpAddress } from '@bosh6/ip';
import { readNetworkProperties } from '../properties/network-properties.js';
import { macOf, nextMac } from './mac-address.js';

export interface PlannedNic {
  /** The network's name or path in vSphere. */
  port: string;
  mac: string;
  /** BOSH's networks on this NIC. */
  networks: string[];
  addresses: IpAddress[];
}

/** One NIC for each network, one for all networks of a nic_group; both families of one network come in a group of their own. */
export function planNics(networks: CpiNetworks): PlannedNic[] {
  const nics = new Map<string, Omit<PlannedNic, 'mac'>>();
  for (const [name, network] of Object.entries(networks)) {
    if ((network.type ?? 'manual') !== 'manual')
      throw refuse(`network '${name}' is of type '${network.type}'`, 'on vSphere, networks are manual');
    const { name: port } = readNetworkProperties(name, network.cloud_properties);
    const group = network.nic_group;
    const key = group === undefined || group === '' ? `network ${name}` : `group ${group}`;
    const nic = nics.get(key) ?? { port, networks: [], addresses: [] };
    nics.set(key, nic);
    if (nic.port !== port)
      throw refuse(
        `networks '${nic.networks.join("', '")}' and '${name}' share nic_group '${group}' and are on '${nic.port}' and '${port}'`,
      );
    nic.networks.push(name);
    nic.addresses.push(readAddress(name, network.ip));
  }
  const taken = new Set<string>();
  return [...nics.values()].map((nic) => {
    let mac = macOf(ipv4First(nic.addresses));
    while (taken.has(mac)) mac = nextMac(mac);
    taken.add(mac);
    return { ...nic, mac };
  });
}

/** The networks with their NICs' MACs, else as they came. */
export function withMacs(networks: CpiNetworks, nics: readonly Pick<PlannedNic, 'mac' | 'networks'>[]): CpiNetworks {
  const macs = new Map(nics.flatMap((nic) => nic.networks.map((name) => [name, nic.mac] as const)));
  return Object.fromEntries(Object.entries(networks).map(([name, network]) => [name, { ...network, mac: macs.get(name) ?? '' }]));
}

function readAddress(name: string, ip: string | undefined): IpAddress {
  const address = ip === undefined ? undefined : IpAddress.tryParse(ip);
  if (address === undefined)
    throw refuse(ip === undefined ? `network '${name}' has no ip` : `network '${name}': '${ip}' is not an address`);
  return address;
}

/** A group's members come in any order; its MAC does not follow from that. */
function ipv4First(addresses: readonly IpAddress[]): IpAddress {
  const [first] = [...addresses].sort((a, b) => a.family - b.family || a.compare(b));
  if (first === undefined) throw refuse('a NIC has no address');
  return first;
}

function refuse(message: string, hint?: string): Error {
  return cpiError('VMCreationFailed', message, hint === undefined ? {} : { hint });
}
