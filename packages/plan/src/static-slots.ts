import type { JsonObject } from '@bosh6/base';
import type { Family, IpAddress } from '@bosh6/ip';
import type { Slot } from './az-picker.js';
import { fail } from './errors.js';
import { holdsAddress, type InstanceSnapshot } from './snapshot.js';
import { allFree, fill, serves } from './static-fill.js';
import { placeNew } from './static-search.js';

/** A network of a group that lists static addresses, and for each the AZs that its subnet serves. */
export interface StaticNetwork {
  /** Key of its list: a network of both families has two. */
  name: string;
  network: string;
  pointer: string;
  /** Networks of one group share a NIC, so an instance's addresses on them have to be on one link of the IaaS. */
  nicGroup?: string;
  addresses: StaticAddress[];
}

export interface StaticAddress {
  address: IpAddress;
  azs?: readonly string[];
  /** The subnet's `cloud_properties`: equal ones are one link. */
  link?: JsonObject;
}

/** A network of both families has a list of each, and they pair up like those of two networks. */
export function staticKey(network: string, family: Family): string {
  return `${network} (IPv${family})`;
}

/** A slot with one address on each static network. */
export interface StaticSlot extends Slot {
  addresses: Map<string, IpAddress>;
}

/**
 * Gives each of `count` instances one address of every static network, all in one AZ: instances keep listed addresses that they hold;
 * others are reused where their AZ has free addresses; new ones take the first that are left. Throws 130010 when they do not fit.
 */
export function placeStatic(
  count: number,
  azs: readonly string[] | undefined,
  existing: readonly InstanceSnapshot[],
  networks: readonly StaticNetwork[],
): StaticSlot[] {
  const free = networks.map(allFree);
  const slots: StaticSlot[] = [];
  const byIndex = [...existing].sort((a, b) => Number(b.disk !== undefined) - Number(a.disk !== undefined) || a.index - b.index);
  const claims = new Map<InstanceSnapshot, Map<string, IpAddress>>();
  for (const instance of byIndex) {
    const held = new Map<string, IpAddress>();
    for (const network of free) {
      const at = network.left.findIndex(({ address }) => holdsAddress(instance, address));
      const found = network.left[at];
      if (found === undefined) continue;
      if (!serves(found.azs, instance.az)) {
        throw fail(
          'StaticDistribution',
          `address ${found.address} of network '${network.network}' is held by ${nameOf(instance)} in AZ '${instance.az}', which its subnet no longer serves`,
          {
            where: { pointer: network.pointer },
          },
        );
      }
      network.left.splice(at, 1);
      held.set(network.name, found.address);
    }
    if (held.size > 0) claims.set(instance, held);
  }
  const ordered = [...claims.keys(), ...byIndex.filter((instance) => !claims.has(instance))];
  for (const instance of ordered) {
    if (slots.length === count) break;
    if (!claims.has(instance) && azs !== undefined && (instance.az === undefined || !azs.includes(instance.az))) continue;
    const filled = fill(claims.get(instance) ?? new Map(), free, instance.az);
    if (filled === undefined) continue;
    slots.push({ existing: instance, addresses: filled.addresses, ...(instance.az === undefined ? {} : { az: instance.az }) });
  }
  const added = placeNew(count - slots.length, azs, free);
  if (added !== undefined) return [...slots, ...added];
  const names = networks.map(({ name }) => `'${name}'`).join(', ');
  const where = networks[0] === undefined ? {} : { pointer: networks[0].pointer };
  const grouped = networks.find(({ nicGroup }) => nicGroup !== undefined);
  if (grouped === undefined)
    throw fail('StaticCounts', `the static addresses of networks ${names} cannot be given to the same AZs`, { where });
  throw fail('StaticDistribution', `the static addresses of networks ${names}, NIC group ${grouped.nicGroup}, do not pair up on one link`, {
    where,
    hint: "list as many addresses on each network in subnets with equal 'cloud_properties'",
  });
}

function nameOf(instance: InstanceSnapshot): string {
  return `${instance.group}/${instance.uuid}`;
}
