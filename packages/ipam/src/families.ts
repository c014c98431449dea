import type { Family } from '@bosh6/ip';
import { servesZone } from './lookup.js';
import type { DynamicSubnet, Network, Subnet, VipSubnet } from './network.js';

/**
 * The families that a network gives an instance one address each of: those of the subnets that serve its AZ (or one of several), in the
 * order of the config. The first is primary. A vip network without subnets has none of its own: its addresses come from static_ips.
 */
export function networkFamilies(network: Network, azs?: string | readonly string[]): Family[] {
  const zones = typeof azs === 'string' ? [azs] : (azs ?? [undefined]);
  const subnets = (network.subnets as (Subnet | DynamicSubnet | VipSubnet)[]).filter((subnet) =>
    zones.some((az) => servesZone(subnet, az)),
  );
  return [...new Set(subnets.flatMap(subnetFamilies))];
}

/** One family, but for the static list of a vip subnet. */
export function subnetFamilies(subnet: Subnet | DynamicSubnet | VipSubnet): Family[] {
  if ('range' in subnet) return [subnet.range.family];
  if ('static' in subnet) return [...new Set([...subnet.static.ranges()].map(({ family }) => family))];
  return [subnet.prefix === 128 ? 6 : 4];
}

/**
 * Name of the entry in an instance's `networks` that holds the network's address of a family: the network's own for the primary one, else
 * `<network>.ipv6` or `<network>.ipv4`, on the same NIC.
 */
export function entryName(network: string, family: Family, primary: Family): string {
  return family === primary ? network : `${network}.ipv${family}`;
}
