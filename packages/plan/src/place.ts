import { bindGroup } from './bind-group.js';
import { checkCompilationZone, placeCompilation } from './compilation-shape.js';
import type { Desired } from './desired.js';
import { fail } from './errors.js';
import { groupNetworksOf } from './group-networks.js';
import { membersOf } from './members.js';
import { networksOf } from './networks.js';
import { placeGroup } from './place-group.js';
import type { PlacedGroup, PlacedInstance, Placement } from './placement.js';
import type { InstanceSnapshot, Snapshot } from './snapshot.js';
import { canSwap, swappedInstances } from './swaps.js';
import { UsedAddresses } from './used-addresses.js';

/**
 * Decides where every instance goes: which existing ones stay, their AZ and index, and an address on each network. Pure; placing again with
 * its own result changes nothing. Throws CodedErrors with BOSH's numbers; `where.pointer` leads into the manifest, or into the cloud config
 * that `where.document` names.
 */
export function place(snapshot: Snapshot, desired: Desired): Placement {
  const steps = placing(snapshot, desired);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, for who has others to serve: it pauses after each instance. */
export function* placing(snapshot: Snapshot, desired: Desired): Generator<void, Placement> {
  const placement = yield* placeOnce(snapshot, desired, new Set());
  const swapped = swappedInstances(placement);
  return swapped.size === 0 ? placement : yield* placeOnce(snapshot, desired, swapped);
}

function* placeOnce(snapshot: Snapshot, desired: Desired, swapped: ReadonlySet<string>): Generator<void, Placement> {
  const { manifest, cloudConfig } = desired;
  const networks = networksOf(desired);
  checkCompilationZone(networks, desired);
  const groups = manifest.instanceGroups.map((group) => bindGroup(group, desired));
  const used = new UsedAddresses(snapshot.used);
  const ids = [...desired.newIds];
  const newId = (): string => {
    const id = ids.shift();
    if (id === undefined) throw fail('NotEnoughIds', 'a placement needs a fresh id for each instance that it may make');
    return id;
  };
  const claimed = new Set<string>();
  const stored = new Map(snapshot.instances.map((instance) => [instance.uuid, instance]));
  const instances: PlacedInstance[] = [];
  for (const [at, group] of manifest.instanceGroups.entries()) {
    const existing = membersOf(group, snapshot.instances);
    const groupNetworks = groupNetworksOf(group, networks, cloudConfig);
    const bound = groups[at] as PlacedGroup;
    bound.swaps &&= canSwap(groupNetworks);
    const placed = yield* placeGroup({ group, bound, groupNetworks, existing, desired, used, swapped, newId });
    for (const instance of placed) claimed.add(instance.uuid);
    instances.push(...placed.map((instance) => asStored(instance, stored)));
  }
  const obsolete = snapshot.instances.filter((instance) => !claimed.has(instance.uuid));
  const ignored = obsolete.find((instance) => instance.ignore);
  if (ignored !== undefined) {
    throw fail('IgnoredInstance', `instance ${ignored.group}/${ignored.uuid} is ignored, and this manifest would delete it`);
  }
  const compilation = placeCompilation(desired);
  const { trustedCerts } = desired;
  const placement = { groups, instances, obsolete, compiledPackages: snapshot.compiledPackages, compilation };
  return { ...placement, ...(trustedCerts === undefined ? {} : { trustedCerts }) };
}

/** One that `migrated_from` gave an AZ was stored without: the plan has to tell the two apart. */
function asStored(placed: PlacedInstance, stored: ReadonlyMap<string, InstanceSnapshot>): PlacedInstance {
  const existing = stored.get(placed.uuid);
  return existing === undefined || existing === placed.existing ? placed : { ...placed, existing };
}
