import type { InstanceGroup } from '@bosh6/formats';
import { type GroupNetwork, zonesOfAddress } from '@bosh6/ipam';
import { type Slot, spreadOverAzs } from './az-picker.js';
import { mergeCloudProperties } from './cloud-properties.js';
import type { Desired } from './desired.js';
import { assignIndexes } from './indexes.js';
import { primaryOf, settingsOf } from './network-settings.js';
import type { PlacedInstance, PlacedReservation } from './placement.js';
import { reconcile, reserveNew, type Wanted } from './reserve.js';
import type { InstanceSnapshot } from './snapshot.js';
import { placeStatic, type StaticSlot } from './static-slots.js';
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
    const addresses = placeAddresses(input, slot);
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
  const statics = groupNetworks.flatMap((network) =>
    network.staticIps === undefined || network.network.type === 'vip' ? [] : [{ network, staticIps: network.staticIps }],
  );
  if (statics.length === 0) return spreadOverAzs(group.instances, group.azs, existing);
  return placeStatic(
    group.instances,
    group.azs,
    existing,
    statics.map(({ network, staticIps }) => ({
      name: network.network.name,
      pointer: `${network.pointer}/static_ips`,
      addresses: staticIps.map((address) => {
        const azs = zonesOfAddress(network.network, address);
        return azs === undefined ? { address } : { address, azs };
      }),
    })),
  );
}

function placeAddresses(
  input: GroupToPlace,
  slot: Slot & Partial<StaticSlot> & { index: number },
): Pick<PlacedInstance, 'reservations' | 'releases' | 'networks' | 'ip' | 'defaultNetwork'> {
  const { groupNetworks, used, desired } = input;
  const wanted = groupNetworks.flatMap((network): Wanted[] => {
    if (network.network.type === 'dynamic') return [];
    const where = { pointer: network.pointer };
    const address =
      slot.addresses?.get(network.network.name) ?? (network.network.type === 'vip' ? network.staticIps?.[slot.index] : undefined);
    return [address === undefined ? { network, where } : { network, address, where: { pointer: `${where.pointer}/static_ips` } }];
  });
  const { kept, releases } = reconcile(wanted, slot.az, slot.existing);
  const reservations = wanted.map((want): PlacedReservation => {
    const held = kept.get(want);
    if (held === undefined) return reserveNew(want, slot.az, used, desired.cloudConfig);
    const { family, address, prefix, kind } = held;
    return { network: want.network.network.name, family, address, prefix, kind, heldBy: held.id };
  });
  return { reservations, releases, networks: settingsOf(groupNetworks, reservations, slot.az), ...primaryOf(groupNetworks, reservations) };
}
