import { canonicalName } from '@bosh6/formats';
import { ownNetworkName } from './own-network.js';
import type { PlacedInstance } from './placement.js';

type Named = Pick<PlacedInstance, 'uuid' | 'group' | 'networks'>;

/** What local DNS calls an instance on one of its networks (formats reference 5.12), by its UUID unless another label is given. */
export function dnsName(deployment: string, { uuid, group, networks }: Named, entry: string, label = uuid): string {
  return [label, ...[group, ownNetworkName(entry, networks), deployment].map(canonicalName), 'bosh'].join('.');
}

/** Says whether `address` of specs and links is a name in this deployment. Names of each link (`use_link_dns_names`) are names, too. */
export function usesNames({ features }: { features: { useDnsAddresses?: boolean; useLinkDnsNames?: boolean } }): boolean {
  return features.useDnsAddresses === true || features.useLinkDnsNames === true;
}
