import type { Amount } from '@bosh6/formats';
import { inFlight } from '../tasks/in-flight.js';
import { together } from '../tasks/together.js';
import { changedInstances, type Deploy, type InstanceWork } from './deploy.js';
import { updateInstance } from './update-instance.js';

/**
 * Updates the changed instances in the manifest's order of groups: groups with `serial` one after the other, neighbours without it together.
 * Within a group AZ by AZ, canaries of the first AZ first, then `max_in_flight` at once.
 */
export async function updateGroups(deploy: Deploy): Promise<void> {
  const work = changedInstances(deploy);
  let batch: Promise<void>[] = [];
  for (const group of deploy.manifest.instanceGroups) {
    const own = work.filter(({ step }) => step.group === group.name);
    if (own.length === 0) continue;
    if (group.update.serial) {
      await together(batch);
      batch = [];
      deploy.scope.task.throwIfCancelled();
      await updateGroup(deploy, own);
    } else batch.push(updateGroup(deploy, own));
  }
  await together(batch);
}

async function updateGroup(deploy: Deploy, work: readonly InstanceWork[]): Promise<void> {
  const [first] = work;
  if (first === undefined) return;
  const { update, name } = first.manifestGroup;
  const { task } = deploy.scope;
  const stage = task.events.stage('Updating instance', work.length, [name]);
  const isInitial = work.every(({ placed }) => placed.existing === undefined);
  const parallel = isInitial && update.initialDeployAzUpdateStrategy === 'parallel';
  let isFirstAz = true;
  for (const zone of parallel ? [sorted(work)] : byAz(sorted(work))) {
    const limit = amountOf(deploy.payload.maxInFlight, update.maxInFlight, zone.length, 1);
    const canaryCount = amountOf(deploy.payload.canaries, update.canaries, zone.length, 0);
    // One that rests shows nothing of how the others will fare.
    const canaries = isFirstAz ? zone.filter(({ step }) => step.action !== 'wait').slice(0, canaryCount) : [];
    isFirstAz &&= zone.every(({ step }) => step.action === 'wait');
    const run = (canary: boolean) => (each: InstanceWork) =>
      stage.task(canary ? `${each.title} (canary)` : each.title, (progress) => updateInstance(deploy, each, canary, progress));
    await inFlight(canaries, limit, task, run(true));
    await inFlight(
      zone.filter((each) => !canaries.includes(each)),
      limit,
      task,
      run(false),
    );
  }
}

/** The bootstrap instance first, then no AZ, then AZs and UUIDs alphabetically. */
function sorted(work: readonly InstanceWork[]): InstanceWork[] {
  const key = ({ placed }: InstanceWork): string => `${placed.bootstrap ? 0 : 1}\n${placed.az ?? ''}\n${placed.uuid}`;
  return [...work].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The bootstrap instance's AZ comes first. */
function byAz(work: readonly InstanceWork[]): InstanceWork[][] {
  const zones = new Map<string, InstanceWork[]>();
  for (const each of work) {
    const az = each.placed.az ?? '';
    zones.set(az, [...(zones.get(az) ?? []), each]);
  }
  return [...zones.values()];
}

/** A count, or a share of `total` rounded down; `override` is what the command line said. */
export function amountOf(override: string | undefined, amount: Amount, total: number, least: number): number {
  const match = /^(\d+)(%?)$/.exec(override ?? '');
  const chosen: Amount = match === null ? amount : match[2] === '%' ? { percent: Number(match[1]) } : { count: Number(match[1]) };
  return Math.max('count' in chosen ? chosen.count : Math.floor((total * chosen.percent) / 100), least);
}
