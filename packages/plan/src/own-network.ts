import type { JsonObject } from '@bosh6/base';

/**
 * The network that an entry of an instance's `networks` belongs to. The second family of a dual-stack network stands there as `<name>.ipv4` or
 * `<name>.ipv6`, on the NIC of the first; DNS has one name for both.
 */
export function ownNetworkName(entry: string, networks: Readonly<Record<string, JsonObject>>): string {
  const name = /^(.+)\.ipv[46]$/.exec(entry)?.[1];
  const [first, second] = [name === undefined ? undefined : networks[name], networks[entry]];
  if (name === undefined || first === undefined || second === undefined || first.type !== second.type) return entry;
  // A vip is on no NIC.
  const isTogether = first.type === 'vip' || (first.nic_group !== undefined && first.nic_group === second.nic_group);
  return isTogether ? name : entry;
}
