import { readAppliedState } from '@bosh6/plan';
import { agentOf } from '../deploy/intents.js';
import type { VmAgent } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import type { ErrandGroups } from './errand-groups.js';

/** An instance that is to have a VM whose agent answers. */
export interface Watched {
  readonly deployment: string;
  readonly group: string;
  readonly uuid: string;
  /** Undefined while the instance has no VM. */
  readonly vm: VmAgent | undefined;
}

/** Tasks that leave instances half done when they fail. */
const changing = ['update_deployment', 'update_instance', 'delete_deployment', 'cck_apply', 'cck_scan_and_fix'];

/**
 * The started instances of all deployments that came to their end once. Ignored, stopped and errands' ones are nobody's worry; one that never ran, whose VM
 * an open intent is about, or that another task's failure left without VM is for whoever tries that again.
 */
export async function watchedInstances(read: Repositories, errands: ErrandGroups): Promise<Watched[]> {
  const vms = new Map((await read.vms.agents()).map((vm) => [vm.instanceId, vm]));
  const rows = Map.groupBy(await read.instances.summaries(), ({ deploymentId }) => deploymentId);
  const unfinished = new Map((await read.instances.all({ updateCompleted: false })).map(({ id, spec }) => [id, readAppliedState(spec)]));
  const hasRun = (id: number): boolean => !unfinished.has(id) || unfinished.get(id) !== undefined;
  const intended = new Set((await read.intents.all({ state: 'open' })).map(agentOf));
  const watched: Watched[] = [];
  const deployments = await read.deployments.all();
  errands.keep(deployments);
  for (const deployment of deployments.filter(({ manifestText }) => manifestText !== null)) {
    const { name } = deployment;
    const isErrand = errands.of(deployment);
    const own = (rows.get(deployment.id) ?? [])
      .filter(({ id, group, state, ignore }) => state === 'started' && !ignore && !isErrand.has(group) && hasRun(id))
      .map(({ id, group, uuid }) => ({ id, watched: { deployment: name, group, uuid, vm: vms.get(id) } }));
    const isLeft = ({ id, watched: { vm } }: (typeof own)[number]): boolean => vm === undefined && unfinished.has(id);
    const isOurs = own.some(isLeft) && (await wasHealing(read, name));
    for (const one of own) {
      const { vm } = one.watched;
      if (vm === undefined ? !isLeft(one) || isOurs : !intended.has(vm.agentId)) watched.push(one.watched);
    }
  }
  return watched;
}

/** Whether the last who changed something there was the health monitor, which tries again until it succeeds. */
async function wasHealing(read: Repositories, deployment: string): Promise<boolean> {
  const [last] = await read.tasks.newest({ deployment, types: changing, limit: 1 });
  return last?.type === 'cck_scan_and_fix';
}
