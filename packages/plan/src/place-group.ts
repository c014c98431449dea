import type { InstanceGroup } from '@bosh6/formats';
import { type GroupNetwork, subnetOf, zonesOfAddress } from '@bosh6/ipam';
import { type Slot, spreadOverAzs } from './az-picker.js';
import { mergeCloudProperties } from './cloud-properties.js';
import type { Desired } from './desired.js';
import { assignIndexes } from './indexes.js';
import { placeAddresses } from './place-addresses.js';
import type { PlacedGroup, PlacedInstance } from './placement.js';
import { recreateReason } from './recreate-reason.js';
import type { InstanceSnapshot } from './snapshot.js';
import { placeStatic, type StaticNetwork, type StaticSlot, staticKey } from './static-slots.js';
import { cpiOfAz, stemcellOn } from './stemcell-of.js';
import type { UsedAddresses } from './used-addresses.js';
import { placeVips } from './vip-slots.js';
import { wantedState } from './wanted-state.js';

export interface GroupToPlace {
  group: InstanceGroup;
  bound: PlacedGroup;
  groupNetworks: readonly GroupNetwork[];
  existing: readonly InstanceSnapshot[];
  desired: Desired;
  used: UsedAddresses;
  /** UUIDs of the instances whose new VM is made beside the old one. */
  swapped: ReadonlySet<string>;
  newId: () => string;
}

/** The instances of one group, by index. An errand group has none until it runs. */
export function* placeGroup(input: GroupToPlace): Generator<void, PlacedInstance[]> {
  const { group, bound, groupNetworks, existing, desired } = input;
  if (group.lifecycle === 'errand' && existing.length === 0 && desired.errand !== group.name) return [];
  const found: (Slot & Partial<StaticSlot>)[] = slotsOf(input);
  const staying = new Set(found.map((slot) => slot.existing));
  const leaving = existing.filter((instance) => !staying.has(instance));
  const slots = assignIndexes(found, leaving).sort((a, b) => a.index - b.index);
  const vips = placeVips(slots, groupNetworks);
  const bootstrap = slots.find((slot) => slot.existing?.bootstrap) ?? slots[0];
  const recreate = desired.recreate === true || (desired.recreate ?? []).includes(group.name);
  const placed: PlacedInstance[] = [];
  for (const slot of slots) {
    const cpi = cpiOfAz(desired.cloudConfig, slot.az);
    const calculated = desired.calculated?.[group.name]?.[cpi];
    const shape = {
      ...(group.vmType === undefined ? {} : { vmType: group.vmType }),
      ...(calculated === undefined ? {} : { calculated }),
      vmExtensions: group.vmExtensions,
      ...(slot.az === undefined ? {} : { az: slot.az }),
    };
    const cloudProperties = mergeCloudProperties(desired.cloudConfig, shape, `instance group '${group.name}'`, (key) => ({
      pointer: `${group.pointer}/${key}`,
    }));
    const what = `instance group '${group.name}'${slot.az === undefined ? '' : ` in AZ '${slot.az}'`}`;
    const stemcell = stemcellOn(desired, bound.stemcell.alias, cpi, what, { pointer: `${group.pointer}/stemcell` });
    const made = { cloudProperties, stemcell };
    const wanted = wantedState(desired.errand === group.name ? { to: 'started' } : desired.stateChange, bound, slot.existing);
    const { state, restart } = wanted;
    const reason = recreate || wanted.recreate ? recreateReason(slot.existing, desired.recreateCreatedBefore) : undefined;
    placed.push({
      uuid: slot.existing?.uuid ?? input.newId(),
      group: group.name,
      index: slot.index,
      bootstrap: slot === bootstrap,
      state,
      restart,
      ...(reason === undefined ? {} : { recreate: reason }),
      recreateDisk: desired.recreatePersistentDisks === true,
      ...made,
      ...placeAddresses(input, slot, vips.get(slot) ?? new Map(), made),
      ...(slot.az === undefined ? {} : { az: slot.az }),
      ...(slot.existing === undefined ? {} : { existing: slot.existing }),
    });
    yield;
  }
  return placed;
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
