import type { JsonObject } from '@bosh6/base';
import type { IpAddress } from '@bosh6/ip';
import { sameJson } from './equal.js';
import type { StaticAddress, StaticNetwork } from './static-slots.js';

/** A static network, and which of its addresses nobody has yet, in the order of the list. */
export type Free = StaticNetwork & { left: FreeAddress[] };

/** Addresses of one kind can stand for each other. */
type FreeAddress = StaticAddress & { kind: string };

export function allFree(network: StaticNetwork): Free {
  return { ...network, left: network.addresses.map((each) => ({ ...each, kind: JSON.stringify([each.azs, each.link]) })) };
}

/**
 * Completes `held` with the first free addresses in `az`, on one link for each NIC; takes nothing when a network has none. What it took goes back with
 * `putBack`, as long as nothing else was taken since.
 */
export function fill(
  held: ReadonlyMap<string, IpAddress>,
  free: readonly Free[],
  az: string | undefined,
): { addresses: Map<string, IpAddress>; putBack: () => void } | undefined {
  const picks: { network: Free; at: number; found: FreeAddress }[] = [];
  const links = new Map<string, JsonObject | undefined>();
  for (const { name, nicGroup, addresses } of free) {
    const own = addresses.find(({ address }) => held.get(name)?.equals(address));
    if (nicGroup !== undefined && own !== undefined) links.set(nicGroup, own.link);
  }
  for (const network of free) {
    const { name, nicGroup, left } = network;
    if (held.has(name)) continue;
    const onLink = ({ link }: StaticAddress): boolean =>
      nicGroup === undefined || !links.has(nicGroup) || sameJson(links.get(nicGroup), link);
    const at = left.findIndex((each) => serves(each.azs, az) && onLink(each));
    const found = left[at];
    if (found === undefined) return undefined;
    if (nicGroup !== undefined) links.set(nicGroup, found.link);
    picks.push({ network, at, found });
  }
  const addresses = new Map(held);
  for (const { network, at, found } of picks) {
    network.left.splice(at, 1);
    addresses.set(network.name, found.address);
  }
  const putBack = (): void => {
    for (const { network, at, found } of picks) network.left.splice(at, 0, found);
  };
  return { addresses, putBack };
}

export function serves(azs: readonly string[] | undefined, az: string | undefined): boolean {
  return azs === undefined || az === undefined || azs.includes(az);
}
