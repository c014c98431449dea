import type { IpAddress } from '@bosh6/ip';
import { type GroupNetwork, networkFamilies } from '@bosh6/ipam';
import type { Slot } from './az-picker.js';
import { checkRoute } from './director-route.js';
import { fail } from './errors.js';
import { type PrimaryAddresses, primaryOf, settingsOf } from './network-settings.js';
import { withObserved } from './observed.js';
import type { GroupToPlace } from './place-group.js';
import type { PlacedInstance, PlacedReservation } from './placement.js';
import { reconcile, reserveNew, type Wanted } from './reserve.js';
import type { HeldReservation, InstanceSnapshot } from './snapshot.js';
import { spareServes } from './spare-serves.js';
import { type StaticSlot, staticKey } from './static-slots.js';

type SlotToPlace = Slot & Partial<StaticSlot>;
type Vips = ReadonlyMap<string, IpAddress>;
type Settled = Pick<PlacedInstance, 'reservations' | 'networks'> & PrimaryAddresses;

/**
 * An instance's reservations and what its VM is told of them. What it holds serves where that fits; the rest is reserved anew, and what it no longer needs is
 * listed in `releases`. A VM that is made beside another one shares no address with it.
 */
export function placeAddresses(
  input: GroupToPlace,
  slot: SlotToPlace,
  vips: Vips,
  made: Pick<PlacedInstance, 'cloudProperties' | 'stemcell'>,
): Settled & Pick<PlacedInstance, 'releases' | 'swap'> {
  const { existing } = slot;
  const wanted = input.groupNetworks.flatMap((network) => wantedOf(network, slot, vips));
  const all = existing?.reservations ?? [];
  const [own, idle] = [all.filter(({ holder }) => holder === undefined), all.filter(({ holder }) => holder === 'none')];
  if (existing === undefined || !input.swapped.has(existing.uuid)) {
    const { kept, left } = reconcile(wanted, slot.az, [...own, ...idle]);
    const placed = reserve(input, slot, wanted, kept);
    if (existing?.ignore) refuseChange(input.group, existing, placed, left);
    return { ...withObserved(settle(input, slot, placed), existing?.vm?.networks), releases: idsOf(left) };
  }
  const { spare } = existing;
  const ready = reconcile(
    wanted,
    slot.az,
    all.filter(({ holder }) => holder === 'spare'),
  );
  if (spare !== undefined && ready.left.length === 0 && ready.kept.size === wanted.length) {
    const settled = withObserved(settle(input, slot, reserve(input, slot, wanted, ready.kept)), spare.networks);
    const releases = idsOf([...own, ...idle]);
    if (spareServes(spare, input.bound, { ...made, networks: settled.networks })) return { ...settled, releases, swap: 'spare' };
  }
  const { kept, left } = reconcile(wanted, slot.az, idle);
  return { ...settle(input, slot, reserve(input, slot, wanted, kept)), releases: idsOf([...own, ...left]), swap: 'new' };
}

const idsOf = (held: readonly HeldReservation[]): number[] => held.map(({ id }) => id);

function reserve(
  { used, desired }: GroupToPlace,
  { az }: SlotToPlace,
  wanted: readonly Wanted[],
  kept: ReadonlyMap<Wanted, HeldReservation>,
): PlacedReservation[] {
  return wanted.map((want): PlacedReservation => {
    const held = kept.get(want);
    if (held === undefined) return reserveNew(want, az, used, desired.cloudConfig);
    const { family, address, prefix } = held;
    const kind = want.address === undefined ? 'dynamic' : 'static';
    return { network: want.network.network.name, family, address, prefix, kind, heldBy: held.id };
  });
}

function settle({ group, groupNetworks, desired }: GroupToPlace, slot: SlotToPlace, placed: PlacedReservation[]): Settled {
  const settings = settingsOf(groupNetworks, placed, slot.az);
  checkRoute(settings.networks, desired.endpoints, `instance group '${group.name}'`, { pointer: group.networksPointer });
  return { ...settings, ...primaryOf(groupNetworks, placed) };
}

/** Only what its VM has counts: an address that none uses may go. */
function refuseChange(
  group: GroupToPlace['group'],
  existing: InstanceSnapshot,
  placed: readonly PlacedReservation[],
  left: readonly HeldReservation[],
): void {
  const words = [
    ...left.filter(({ holder }) => holder === undefined).map(({ address, network }) => `take ${address} of network '${network}' from it`),
    ...placed.filter(({ heldBy }) => heldBy === undefined).map(({ address, network }) => `give it ${address} of network '${network}'`),
  ];
  if (words.length === 0) return;
  const { group: name, uuid } = existing;
  throw fail('IgnoredInstance', `instance ${name}/${uuid} is ignored, and this manifest would ${words.join(' and ')}`, {
    where: { pointer: group.networksPointer },
  });
}

/** One address for each family of the network. */
function wantedOf(network: GroupNetwork, slot: SlotToPlace, vips: Vips): Wanted[] {
  const { name, type } = network.network;
  if (type === 'dynamic') return [];
  const listed = type === 'vip' ? network.staticIps : undefined;
  const families = listed === undefined ? networkFamilies(network.network, slot.az) : [...new Set(listed.map(({ family }) => family))];
  // A virtual network without any address: whoever is asked for one says so.
  if (families.length === 0) families.push(4);
  return families.map((family): Wanted => {
    const address = slot.addresses?.get(staticKey(name, family)) ?? vips.get(staticKey(name, family));
    if (address === undefined) return { network, family, where: { pointer: network.pointer } };
    return { network, family, address, where: { pointer: `${network.pointer}/static_ips` } };
  });
}
