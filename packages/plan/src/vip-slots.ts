import type { IpAddress } from '@bosh6/ip';
import type { GroupNetwork } from '@bosh6/ipam';
import type { Slot } from './az-picker.js';
import { holdsAddress } from './snapshot.js';
import { staticKey } from './static-slots.js';

/** Each slot's virtual addresses out of those that the manifest lists: who holds one keeps it, the others take what is left, in order. */
export function placeVips<S extends Slot>(slots: readonly S[], groupNetworks: readonly GroupNetwork[]): Map<S, Map<string, IpAddress>> {
  const vips = new Map(slots.map((slot) => [slot, new Map<string, IpAddress>()]));
  for (const { network, staticIps = [] } of groupNetworks) {
    if (network.type !== 'vip') continue;
    for (const family of new Set(staticIps.map((address) => address.family))) {
      const left = staticIps.filter((address) => address.family === family);
      const give = (slot: S, at: number): void => {
        const [address] = at < 0 ? [] : left.splice(at, 1);
        if (address !== undefined) vips.get(slot)?.set(staticKey(network.name, family), address);
      };
      const holders = slots.filter(({ existing }) => existing !== undefined && left.some((address) => holdsAddress(existing, address)));
      for (const slot of holders)
        give(
          slot,
          left.findIndex((address) => slot.existing !== undefined && holdsAddress(slot.existing, address)),
        );
      for (const slot of slots) if (!holders.includes(slot)) give(slot, left.length > 0 ? 0 : -1);
    }
  }
  return vips;
}
