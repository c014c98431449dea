import type { Where } from '@bosh6/base';
import { type CloudConfig, locateNetworkError } from '@bosh6/formats';
import { type Family, IpAddress, IpPrefix } from '@bosh6/ip';
import { allocate, canHold, type GroupNetwork, type Network, reserveStatic, subnetOf } from '@bosh6/ipam';
import type { PlacedReservation } from './placement.js';
import type { HeldReservation } from './snapshot.js';
import type { UsedAddresses } from './used-addresses.js';

export interface Wanted {
  network: GroupNetwork;
  family: Family;
  /** Absent: any free address. */
  address?: IpAddress;
  where: Where;
}

/** Which of the reservations that are held serve what is wanted (the same network first), and which of them are left over. */
export function reconcile(
  wanted: readonly Wanted[],
  az: string | undefined,
  held: readonly HeldReservation[],
): { kept: Map<Wanted, HeldReservation>; left: HeldReservation[] } {
  const left = new Set(held);
  const kept = new Map<Wanted, HeldReservation>();
  for (const sameNetwork of [true, false]) {
    for (const want of wanted) {
      if (kept.has(want)) continue;
      for (const each of left) {
        if ((each.network === want.network.network.name) !== sameNetwork || !serves(each, want, az)) continue;
        kept.set(want, each);
        left.delete(each);
        break;
      }
    }
  }
  return { kept, left: [...left] };
}

function serves(held: HeldReservation, want: Wanted, az: string | undefined): boolean {
  if (held.family !== want.family) return false;
  const address = IpAddress.parse(held.address);
  const { network } = want.network;
  const fits = (zone: { az?: string }): boolean => canHold(network, IpPrefix.of(address, held.prefix), zone);
  if (want.address !== undefined) return want.address.equals(address) && (fits({}) || isOutsideVip(network));
  // An address that the config has made static since is for who asks for it.
  return fits(az === undefined ? {} : { az }) && !(network.type === 'manual' && subnetOf(network, address)?.static.contains(address));
}

/** Its addresses stand in the manifest alone. */
function isOutsideVip(network: Network): boolean {
  return network.type === 'vip' && network.subnets.length === 0;
}

/**
 * A reservation that nobody holds yet. Throws with BOSH's numbers: no address left 130011, outside 130012, reserved 130013, taken 130008.
 */
export function reserveNew(want: Wanted, az: string | undefined, used: UsedAddresses, cloudConfig: CloudConfig): PlacedReservation {
  const { network } = want.network;
  const options = { family: want.family, ...(az === undefined ? {} : { az }), used: used.set };
  const result =
    want.address === undefined
      ? allocate(network, options)
      : reserveStatic(network, want.address, { ...options, ...(want.where.pointer === undefined ? {} : { pointer: want.where.pointer }) });
  if (!result.ok) throw locateNetworkError(result.error, cloudConfig, []);
  const { family, kind, prefix } = result.reservation;
  used.add(prefix.toRange());
  return { family, network: network.name, kind, address: prefix.address.toString(), prefix: prefix.length };
}
