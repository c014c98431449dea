import { IpAddress } from '@bosh6/ip';
import type { Slot } from './az-picker.js';
import { fail } from './errors.js';
import type { InstanceSnapshot } from './snapshot.js';

/** A network of a group that lists static addresses, and for each the AZs whose subnets hold it. */
export interface StaticNetwork {
  name: string;
  pointer: string;
  addresses: { address: IpAddress; azs?: readonly string[] }[];
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
  const free = networks.map((network) => ({ ...network, left: [...network.addresses] }));
  const slots: StaticSlot[] = [];
  const byIndex = [...existing].sort((a, b) => Number(b.disk !== undefined) - Number(a.disk !== undefined) || a.index - b.index);
  const claims = new Map<InstanceSnapshot, Map<string, IpAddress>>();
  for (const instance of byIndex) {
    const held = new Map<string, IpAddress>();
    for (const network of free) {
      const at = network.left.findIndex(({ address }) => holds(instance, address));
      const found = network.left[at];
      if (found === undefined) continue;
      if (!serves(found.azs, instance.az)) {
        throw fail(
          'StaticDistribution',
          `address ${found.address} is held by ${nameOf(instance)} in AZ '${instance.az}', which its subnet no longer serves`,
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
    const addresses = fill(claims.get(instance) ?? new Map(), free, instance.az);
    if (addresses === undefined) continue;
    slots.push({ existing: instance, addresses, ...(instance.az === undefined ? {} : { az: instance.az }) });
  }
  const added = placeNew(count - slots.length, azs, free);
  if (added !== undefined) return [...slots, ...added];
  const names = networks.map(({ name }) => `'${name}'`).join(', ');
  throw fail('StaticDistribution', `the static addresses of networks ${names} cannot be given to the same AZs`, {
    where: networks[0] === undefined ? {} : { pointer: networks[0].pointer },
    hint: 'list as many addresses in each AZ on every network',
  });
}

type Free = StaticNetwork & { left: StaticNetwork['addresses'] };

/** Completes `held` with the first free addresses in `az`; takes nothing when a network has none. */
function fill(held: Map<string, IpAddress>, free: readonly Free[], az: string | undefined): Map<string, IpAddress> | undefined {
  const picks: { network: Free; at: number }[] = [];
  for (const network of free) {
    if (held.has(network.name)) continue;
    const at = network.left.findIndex((each) => serves(each.azs, az));
    if (at < 0) return undefined;
    picks.push({ network, at });
  }
  const addresses = new Map(held);
  for (const { network, at } of picks) {
    const [taken] = network.left.splice(at, 1);
    if (taken !== undefined) addresses.set(network.name, taken.address);
  }
  return addresses;
}

/** The first network decides the AZ; tries the AZs of each of its addresses until all fit; undefined when nothing does. */
function placeNew(count: number, azs: readonly string[] | undefined, free: readonly Free[]): StaticSlot[] | undefined {
  if (count <= 0) return [];
  const lead = free[0]?.left[0];
  if (lead === undefined) return undefined;
  const candidates: (string | undefined)[] = azs === undefined ? [undefined] : azs.filter((az) => serves(lead.azs, az));
  for (const az of candidates) {
    const tried: Free[] = free.map((network) => ({ ...network, left: [...network.left] }));
    const addresses = fill(new Map(), tried, az);
    const rest = addresses === undefined ? undefined : placeNew(count - 1, azs, tried);
    if (addresses !== undefined && rest !== undefined) return [{ addresses, ...(az === undefined ? {} : { az }) }, ...rest];
  }
  return undefined;
}

function holds(instance: InstanceSnapshot, address: IpAddress): boolean {
  return instance.reservations.some((held) => IpAddress.parse(held.address).equals(address));
}

function serves(azs: readonly string[] | undefined, az: string | undefined): boolean {
  return azs === undefined || az === undefined || azs.includes(az);
}

function nameOf(instance: InstanceSnapshot): string {
  return `${instance.group}/${instance.uuid}`;
}
