import { canonicalName } from '@bosh6/formats';
import { ownNetworkName } from './own-network.js';
import type { PlacedInstance } from './placement.js';

type LinkNamed = { readonly name: string; readonly type: string };
type Named = Pick<PlacedInstance, 'uuid' | 'group' | 'networks'>;
type Wishes = { features: { useDnsAddresses?: boolean; useShortDnsAddresses?: boolean; useLinkDnsNames?: boolean } };

/** What short names are made of: the numbers of a deployment's groups, of its instances by their UUIDs, and of networks. Groups and networks by their canonical names. */
export interface DnsNumbers {
  groups: ReadonlyMap<string, number>;
  networks: ReadonlyMap<string, number>;
  instances: ReadonlyMap<string, number>;
  /** Where each link has names of its own: by `linkGroup`. */
  links?: ReadonlyMap<string, number>;
}

/** How a deployment's instances are named in its templates; in short when the numbers are there. */
export interface Naming {
  deployment: string;
  short?: DnsNumbers;
}

/** What local DNS calls an instance on one of its networks (formats reference 5.12), by its UUID unless another label is given. */
export function dnsName(deployment: string, { uuid, group, networks }: Named, entry: string, label = uuid): string {
  return [label, ...[group, ownNetworkName(entry, networks), deployment].map(canonicalName), 'bosh'].join('.');
}

/** The name that stands for an instance's address: the long one, or `q-m3n1s0.q-g2.bosh`, in a link where that has a name. A number that is not given yet is 0. */
export function addressName({ deployment, short }: Naming, instance: Named, entry: string, link?: LinkNamed): string {
  if (short === undefined) return dnsName(deployment, instance, entry);
  const { group, network } = shortNumbers(short, instance, entry, link);
  return `q-m${short.instances.get(instance.uuid) ?? 0}n${network}s0.q-g${group}.bosh`;
}

/** Those of an instance's group, or of the link by which it is asked for where links have names, and of one of its networks. */
export function shortNumbers(
  { groups, networks, links }: DnsNumbers,
  instance: Pick<Named, 'group' | 'networks'>,
  entry: string,
  link?: LinkNamed,
): { group: number; network: number } {
  const network = canonicalName(ownNetworkName(entry, instance.networks));
  const group = links === undefined || link === undefined ? groups.get(canonicalName(instance.group)) : links.get(linkGroup(link));
  return { group: group ?? 0, network: networks.get(network) ?? 0 };
}

/** What names of a link are made of: wherever in the deployment it is provided, its name and type stand for it. */
export function linkGroup({ name, type }: LinkNamed): string {
  return `${name}-${type}`;
}

/** Says whether `address` of specs and links is a name in this deployment. Names of each link (`use_link_dns_names`) are names, too. */
export function usesNames({ features }: Wishes): boolean {
  return features.useDnsAddresses === true || features.useLinkDnsNames === true;
}

/** Says whether the names of this deployment are short; those of each link are. */
export function usesShortNames({ features }: Wishes): boolean {
  return features.useShortDnsAddresses === true || features.useLinkDnsNames === true;
}

/** Says whether each link of this deployment has names of its own, which stay when another group provides it. */
export function namesLinks({ features }: Wishes): boolean {
  return features.useLinkDnsNames === true;
}
