import type { JsonObject } from '@bosh6/base';

/**
 * The network that an entry of an instance's `networks` belongs to. The second family of a dual-stack network stands there as `<name>.ipv4` or
 * `<name>.ipv6`, on the NIC of the first; DNS has one name for both.
 */
export function ownNetworkName(entry: string, networks: Readonly<Record<string, JsonObject>>): string {
  const name = /^(.+)\.ipv[46]$/.exec(entry)?.[1];
  const first = name === undefined ? undefined : networks[name];
  if (name === undefined || first === undefined) return entry;
  const group = networks[entry]?.nic_group;
  return group !== undefined && group === first.nic_group ? name : entry;
}
