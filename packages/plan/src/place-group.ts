import type { InstanceGroup } from '@bosh6/formats';
import type { Family } from '@bosh6/ip';
import { type GroupNetwork, networkFamilies, zonesOfAddress } from '@bosh6/ipam';
import { type Slot, spreadOverAzs } from './az-picker.js';
import { mergeCloudProperties } from './cloud-properties.js';
import type { Desired } from './desired.js';
import { checkRoute } from './director-route.js';
import { assignIndexes } from './indexes.js';
import { type PrimaryAddresses, primaryOf, settingsOf } from './network-settings.js';
import { withObserved } from './observed.js';
import type { PlacedInstance, PlacedReservation } from './placement.js';
import { reconcile, reserveNew, type Wanted } from './reserve.js';
import type { InstanceSnapshot } from './snapshot.js';
import { placeStatic, type StaticNetwork, type StaticSlot } from './static-slots.js';
import type { UsedAddresses } from './used-addresses.js';

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
  const { group, existing, desired } = input;
  if (group.lifecycle === 'errand' && existing.length === 0) return [];
  const slots = assignIndexes<Slot & Partial<StaticSlot>>(slotsOf(input)).sort((a, b) => a.index - b.index);
  const bootstrap = slots.find((slot) => slot.existing?.bootstrap) ?? slots[0];
  const recreate = desired.recreate === true || (desired.recreate ?? []).includes(group.name);
  return slots.map((slot): PlacedInstance => {
    const addresses = withObserved(placeAddresses(input, slot), slot.existing?.vm?.networks);
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
  const statics = groupNetworks.flatMap(({ network, staticIps, pointer }): StaticNetwork[] => {
    if (staticIps === undefined || network.type === 'vip') return [];
    const families = new Set(staticIps.map(({ family }) => family));
    return [...families].map((family) => ({
      name: staticKey(network.name, family),
      pointer: `${pointer}/static_ips`,
      addresses: staticIps
        .filter((address) => address.family === family)
        .map((address) => {
          const azs = zonesOfAddress(network, address);
          return azs === undefined ? { address } : { address, azs };
        }),
    }));
  });
  if (statics.length === 0) return spreadOverAzs(group.instances, group.azs, existing);
  return placeStatic(group.instances, group.azs, existing, statics);
}

/** A network of both families has a list of each, and they pair up like those of two networks. */
function staticKey(network: string, family: Family): string {
  return `${network} (IPv${family})`;
}

function placeAddresses(
  input: GroupToPlace,
  slot: Slot & Partial<StaticSlot> & { index: number },
): Pick<PlacedInstance, 'reservations' | 'releases' | 'networks'> & PrimaryAddresses {
  const { group, groupNetworks, used, desired } = input;
  const wanted = groupNetworks.flatMap((network) => wantedOf(network, slot));
  const { kept, releases } = reconcile(wanted, slot.az, slot.existing);
  const placed = wanted.map((want): PlacedReservation => {
    const held = kept.get(want);
    if (held === undefined) return reserveNew(want, slot.az, used, desired.cloudConfig);
    const { family, address, prefix } = held;
    const kind = want.address === undefined ? 'dynamic' : 'static';
    return { network: want.network.network.name, family, address, prefix, kind, heldBy: held.id };
  });
  const settings = settingsOf(groupNetworks, placed, slot.az);
  checkRoute(settings.networks, desired.endpoints, `instance group '${group.name}'`, { pointer: group.networksPointer });
  return { releases, ...settings, ...primaryOf(groupNetworks, placed) };
}

/** One address for each family of the network. */
function wantedOf(network: GroupNetwork, slot: Slot & Partial<StaticSlot> & { index: number }): Wanted[] {
  const { name, type } = network.network;
  if (type === 'dynamic') return [];
  const vips = type === 'vip' ? network.staticIps : undefined;
  const families = vips === undefined ? networkFamilies(network.network, slot.az) : [...new Set(vips.map(({ family }) => family))];
  return families.map((family): Wanted => {
    const address = slot.addresses?.get(staticKey(name, family)) ?? vips?.filter((vip) => vip.family === family)[slot.index];
    if (address === undefined) return { network, family, where: { pointer: network.pointer } };
    return { network, family, address, where: { pointer: `${network.pointer}/static_ips` } };
  });
}
