import type { InstanceGroup } from '@bosh6/formats';
import type { IpAddress } from '@bosh6/ip';
import { type GroupNetwork, networkFamilies, subnetOf, zonesOfAddress } from '@bosh6/ipam';
import { type Slot, spreadOverAzs } from './az-picker.js';
import { mergeCloudProperties } from './cloud-properties.js';
import type { Desired } from './desired.js';
import { checkRoute } from './director-route.js';
import { fail } from './errors.js';
import { assignIndexes } from './indexes.js';
import { type PrimaryAddresses, primaryOf, settingsOf } from './network-settings.js';
import { withObserved } from './observed.js';
import type { PlacedInstance, PlacedReservation } from './placement.js';
import { reconcile, reserveNew, type Wanted } from './reserve.js';
import type { InstanceSnapshot } from './snapshot.js';
import { placeStatic, type StaticNetwork, type StaticSlot, staticKey } from './static-slots.js';
import type { UsedAddresses } from './used-addresses.js';
import { placeVips } from './vip-slots.js';

export interface GroupToPlace {
  group: InstanceGroup;
  groupNetworks: readonly GroupNetwork[];
  existing: readonly InstanceSnapshot[];
  desired: Desired;
  used: UsedAddresses;
  newId: () => string;
}

/** The instances of one group, by index. An errand group has none until it runs. */
export function placeGroup(input: GroupToPlace): PlacedInstance[] {
  const { group, groupNetworks, existing, desired } = input;
  if (group.lifecycle === 'errand' && existing.length === 0) return [];
  const found: (Slot & Partial<StaticSlot>)[] = slotsOf(input);
  const leaving = existing.filter((instance) => !found.some((slot) => slot.existing === instance));
  const slots = assignIndexes(found, leaving).sort((a, b) => a.index - b.index);
  const vips = placeVips(slots, groupNetworks);
  const bootstrap = slots.find((slot) => slot.existing?.bootstrap) ?? slots[0];
  const recreate = desired.recreate === true || (desired.recreate ?? []).includes(group.name);
  return slots.map((slot): PlacedInstance => {
    const addresses = withObserved(placeAddresses(input, slot, vips.get(slot) ?? new Map()), slot.existing?.vm?.networks);
    const shape = {
      ...(group.vmType === undefined ? {} : { vmType: group.vmType }),
      ...(desired.calculated?.[group.name] === undefined ? {} : { calculated: desired.calculated[group.name] ?? {} }),
      vmExtensions: group.vmExtensions,
      ...(slot.az === undefined ? {} : { az: slot.az }),
    };
    return {
      uuid: slot.existing?.uuid ?? input.newId(),
      group: group.name,
      index: slot.index,
      bootstrap: slot === bootstrap,
      recreate,
      cloudProperties: mergeCloudProperties(desired.cloudConfig, shape, `instance group '${group.name}'`, (key) => ({
        pointer: `${group.pointer}/${key}`,
      })),
      ...addresses,
      ...(slot.az === undefined ? {} : { az: slot.az }),
      ...(slot.existing === undefined ? {} : { existing: slot.existing }),
    };
  });
}

function slotsOf({ group, groupNetworks, existing }: GroupToPlace): Slot[] | StaticSlot[] {
  const statics = groupNetworks.flatMap(({ network, staticIps, nicGroup, pointer }): StaticNetwork[] => {
    if (staticIps === undefined || network.type === 'vip') return [];
    const families = new Set(staticIps.map(({ family }) => family));
    return [...families].map((family) => ({
      name: staticKey(network.name, family),
      network: network.name,
      pointer: `${pointer}/static_ips`,
      ...(nicGroup !== undefined && { nicGroup }),
      addresses: staticIps
        .filter((address) => address.family === family)
        .map((address) => {
          const azs = zonesOfAddress(network, address);
          const link = network.type === 'manual' ? subnetOf(network, address)?.cloudProperties : undefined;
          return { address, ...(azs !== undefined && { azs }), ...(link !== undefined && { link }) };
        }),
    }));
  });
  if (statics.length === 0) return spreadOverAzs(group.instances, group.azs, existing);
  return placeStatic(group.instances, group.azs, existing, statics);
}

function placeAddresses(
  input: GroupToPlace,
  slot: Slot & Partial<StaticSlot>,
  vips: ReadonlyMap<string, IpAddress>,
): Pick<PlacedInstance, 'reservations' | 'releases' | 'networks'> & PrimaryAddresses {
  const { group, groupNetworks, used, desired } = input;
  const wanted = groupNetworks.flatMap((network) => wantedOf(network, slot, vips));
  const { kept, releases } = reconcile(wanted, slot.az, slot.existing);
  const placed = wanted.map((want): PlacedReservation => {
    const held = kept.get(want);
    if (held === undefined) return reserveNew(want, slot.az, used, desired.cloudConfig);
    const { family, address, prefix } = held;
    const kind = want.address === undefined ? 'dynamic' : 'static';
    return { network: want.network.network.name, family, address, prefix, kind, heldBy: held.id };
  });
  if (slot.existing?.ignore && (releases.length > 0 || placed.some(({ heldBy }) => heldBy === undefined))) {
    const { group: name, uuid } = slot.existing;
    const lost = slot.existing.reservations.filter(({ id }) => releases.includes(id));
    const words = [
      ...lost.map(({ address, network }) => `take ${address} of network '${network}' from it`),
      ...placed.filter(({ heldBy }) => heldBy === undefined).map(({ address, network }) => `give it ${address} of network '${network}'`),
    ];
    throw fail('IgnoredInstance', `instance ${name}/${uuid} is ignored, and this manifest would ${words.join(' and ')}`, {
      where: { pointer: group.networksPointer },
    });
  }
  const settings = settingsOf(groupNetworks, placed, slot.az);
  checkRoute(settings.networks, desired.endpoints, `instance group '${group.name}'`, { pointer: group.networksPointer });
  return { releases, ...settings, ...primaryOf(groupNetworks, placed) };
}

/** One address for each family of the network. */
function wantedOf(network: GroupNetwork, slot: Slot & Partial<StaticSlot>, vips: ReadonlyMap<string, IpAddress>): Wanted[] {
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
