import { readAppliedState } from '@bosh6/plan';
import { agentOf } from '../engine/intents.js';
import type { InstanceSummary, VmAgent } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { isNamed, scanAndFixPayload } from '../problems/payloads.js';
import type { ErrandGroups } from './errand-groups.js';

/** An instance that is to have a VM whose agent answers. */
export interface Watched {
  readonly deployment: string;
  readonly group: string;
  readonly uuid: string;
  /** Undefined while the instance has no VM. */
  readonly vm: VmAgent | undefined;
  /** The monitor's own last task gave it this VM, and ended before its jobs ran. */
  readonly isHalfDone?: boolean;
}

/** The monitor's own tasks. */
const healing = 'cck_scan_and_fix';
/** Tasks that leave instances half done when they fail. */
const changing = ['update_deployment', 'update_instance', 'delete_deployment', 'cck_apply', healing];

/**
 * The started instances of all deployments that came to their end once. Ignored, stopped and errands' ones are nobody's worry; one that never ran, whose VM
 * somebody's open intent is about, or that another task's failure left without VM is for whoever tries that again.
 */
export async function watchedInstances(read: Repositories, errands: ErrandGroups): Promise<Watched[]> {
  const vms = new Map((await read.vms.agents()).map((vm) => [vm.instanceId, vm]));
  const rows = Map.groupBy(await read.instances.summaries(), ({ deploymentId }) => deploymentId);
  const unfinished = new Map((await read.instances.all({ updateCompleted: false })).map(({ id, spec }) => [id, readAppliedState(spec)]));
  const hasRun = (id: number): boolean => !unfinished.has(id) || unfinished.get(id) !== undefined;
  const intended = await othersIntents(read);
  const watched: Watched[] = [];
  const deployments = await read.deployments.all();
  errands.keep(deployments);
  for (const deployment of deployments.filter(({ manifestText }) => manifestText !== null)) {
    const { name } = deployment;
    const isErrand = errands.of(deployment);
    const own = (rows.get(deployment.id) ?? []).filter(
      ({ id, group, state, ignore }) => state === 'started' && !ignore && !isErrand.has(group) && hasRun(id),
    );
    const isOurs = own.some(({ id }) => unfinished.has(id)) ? await lastHealed(read, name) : () => false;
    for (const row of own) {
      const { id, group, uuid } = row;
      const vm = vms.get(id);
      const isLeft = unfinished.has(id);
      if (vm === undefined ? isLeft && !isOurs(row) : intended.has(vm.agentId)) continue;
      watched.push({ deployment: name, group, uuid, vm, ...(vm !== undefined && isLeft && isOurs(row) ? { isHalfDone: true } : {}) });
    }
  }
  return watched;
}

/** Agents that open intents are about, but for those of the monitor's own tasks. */
async function othersIntents(read: Repositories): Promise<Set<string>> {
  const open = await read.intents.all({ state: 'open' });
  const tasks = await read.tasks.byIds(open.flatMap(({ taskId }) => taskId ?? []));
  const own = new Set<number | null>(tasks.filter(({ type }) => type === healing).map(({ id }) => id));
  return new Set(open.filter(({ taskId }) => !own.has(taskId)).map(agentOf));
}

/** Tells which instances the last task that changed something there was to heal: the monitor tries that again until it succeeds. */
async function lastHealed(read: Repositories, deployment: string): Promise<(instance: InstanceSummary) => boolean> {
  const [last] = await read.tasks.newest({ deployment, types: changing, limit: 1 });
  if (last?.type !== healing) return () => false;
  const healed = scanAndFixPayload.safeParse((await read.tasks.find({ id: last.id }))?.payload).data;
  return healed === undefined ? () => false : (instance) => isNamed(healed.jobs, instance);
}
