import { type IpAddress, IpPrefix } from '@bosh6/ip';
import type { ManualNetwork, Network, Subnet } from './network.js';

/** Whether a subnet serves an AZ; without AZs of its own it serves every instance. */
export function servesZone(subnet: { azs?: string[] }, az: string | undefined): boolean {
  return subnet.azs === undefined || (az !== undefined && subnet.azs.includes(az));
}

/** Names of the AZs that a network's subnets name; undefined when they name none. */
export function networkZones(network: Network): Set<string> | undefined {
  const zones = new Set(network.subnets.flatMap((subnet: { azs?: string[] }) => subnet.azs ?? []));
  return zones.size === 0 ? undefined : zones;
}

/** The subnet whose range holds the address, whatever its AZs. */
export function subnetOf(network: ManualNetwork, address: IpAddress): Subnet | undefined {
  return network.subnets.find((subnet) => subnet.range.contains(address));
}

/** The AZs that an address's subnet serves; undefined when it is in no subnet, or the subnet names none. */
export function zonesOfAddress(network: Network, address: IpAddress): string[] | undefined {
  if (network.type === 'manual') return subnetOf(network, address)?.azs;
  if (network.type === 'vip') return network.subnets.find((subnet) => subnet.static.contains(address))?.azs;
  return undefined;
}

/**
 * Whether a network could still hold what an instance has: in range, not restricted, of the subnet's prefix length and,
 * when an AZ is given, in a subnet that serves it. This is how an existing reservation finds its network again.
 */
export function canHold(network: Network, prefix: IpPrefix, options: { az?: string } = {}): boolean {
  if (network.type === 'dynamic') return false;
  if (network.type === 'vip') return network.subnets.some((subnet) => subnet.static.contains(prefix.first) && zoneFits(subnet, options.az));
  const subnet = subnetOf(network, prefix.first);
  return (
    subnet !== undefined && subnet.prefix === prefix.length && !subnet.restricted.overlaps(prefix.toRange()) && zoneFits(subnet, options.az)
  );
}

function zoneFits(subnet: { azs?: string[] }, az: string | undefined): boolean {
  return az === undefined ? true : servesZone(subnet, az);
}

/** The base of the aligned block that the address starts in this subnet; undefined when the address is not such a base. */
export function blockAt(subnet: Subnet, address: IpAddress): IpPrefix | undefined {
  const block = IpPrefix.of(address, subnet.prefix);
  return block.address.equals(address.withoutZone()) ? block : undefined;
}
