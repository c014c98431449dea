import { changesOf } from './changes.js';
import { planCompilation } from './compilation.js';
import { sameJson } from './equal.js';
import type { PlacedGroup, PlacedInstance, Placement } from './placement.js';
import type { Change, ChangeKind, DiskAction, InstanceAction, InstanceStep, Plan } from './plan.js';

/** Instance UUID to the hash of its rendered templates (`configuration_hash`). */
export type Hashes = Readonly<Record<string, string>>;

const recreating: readonly ChangeKind[] = ['recreate', 'cloud_properties', 'stemcell', 'env', 'network'];
/** They bring nothing new to its jobs. */
const restarting: readonly ChangeKind[] = ['restart', 'state', 'tags'];

/** Decides what a deploy does to each instance, with the reasons. Pure: the same placement and hashes give the same plan. */
export function decide(placement: Placement, hashes: Hashes): Plan {
  const groups = placement.groups.filter((group) => group.lifecycle === 'service');
  const { steps, refs } = planCompilation(groups, placement.compiledPackages, placement.compilation.cpi);
  const { trustedCerts } = placement;
  const byName = new Map(placement.groups.map((group) => [group.name, group]));
  const instances = placement.instances.flatMap((placed): InstanceStep[] => {
    const group = byName.get(placed.group);
    if (group === undefined || group.lifecycle === 'errand') return [];
    const { uuid, index } = placed;
    const changes = placed.existing?.ignore
      ? []
      : changesOf(placed, group, { packages: refs.get(group.name) ?? [], hash: hashes[uuid], trustedCerts });
    const action = actionOf(placed, changes);
    return [{ uuid, group: group.name, index, changes, action, disk: diskOf(placed, group, action) }];
  });
  const named = new Set(placement.groups.map((group) => group.name));
  const removals = placement.obsolete.map((instance) => ({
    instance,
    reason: named.has(instance.group)
      ? `instance group '${instance.group}' has fewer instances now`
      : `instance group '${instance.group}' is no longer in the manifest`,
  }));
  const quiet = instances.every((step) => step.action === 'none');
  return { compile: steps, instances, delete: removals, isNoop: quiet && removals.length === 0 && steps.length === 0 };
}

/** What becomes of an instance with these changes. */
export function actionOf(placed: PlacedInstance, changes: readonly Change[]): InstanceAction {
  if (changes.length === 0) return 'none';
  const hasToMove = changes.some(({ kind }) => kind === 'state' || kind === 'missing_vm');
  if (placed.state === 'detached') return hasToMove ? 'detach' : 'wait';
  if (placed.existing?.vm === undefined) return 'create';
  const { jobState } = placed.existing.vm;
  if (jobState === 'unresponsive' || jobState === 'gone') return 'recreate';
  const isTags = changes.every(({ kind }) => kind === 'tags');
  if (placed.state === 'stopped' && !isTags) return hasToMove ? 'stop' : 'wait';
  if (needsNewVm(changes)) return 'recreate';
  if (isTags) return 'metadata';
  const isSame = placed.existing.state === 'started' && changes.every(({ kind }) => restarting.includes(kind));
  return isSame ? 'restart' : 'update';
}

/** Whether these changes cannot be made on the VM that is there. */
export function needsNewVm(changes: readonly Change[]): boolean {
  return changes.some(({ kind }) => recreating.includes(kind));
}

function diskOf(placed: PlacedInstance, group: PlacedGroup, action: InstanceAction): DiskAction {
  const held = placed.existing?.disk;
  if (placed.state !== 'started' || action === 'none') return held === undefined ? 'none' : 'keep';
  const wanted = group.persistentDisk;
  if (held === undefined) return wanted === undefined ? 'none' : 'create';
  if (wanted === undefined) return 'orphan';
  return isSameDisk(held, wanted) && !placed.recreateDisk ? 'keep' : 'replace';
}

function isSameDisk(held: { sizeMib: number; cloudProperties: unknown }, wanted: { sizeMib: number; cloudProperties: unknown }): boolean {
  return held.sizeMib === wanted.sizeMib && sameJson(held.cloudProperties, wanted.cloudProperties);
}
