import type { InstanceRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { expectsVm } from '../problems/expects-vm.js';

/** An instance that is to have a VM whose agent answers. */
export interface Watched {
  readonly deployment: string;
  readonly group: string;
  readonly uuid: string;
  readonly index: number;
  /** Undefined while the instance has no VM. */
  readonly agentId: string | undefined;
}

/** The started instances of all deployments that came to their end once; ignored, stopped and errands' ones are nobody's worry. */
export async function watchedInstances(read: Repositories): Promise<Watched[]> {
  const deployments = (await read.deployments.all()).filter(({ manifestText }) => manifestText !== null);
  const agents = new Map((await read.vms.all()).filter(({ active }) => active).map((vm) => [vm.instanceId, vm.agentId]));
  const rows = Map.groupBy(await read.instances.all(), ({ deploymentId }) => deploymentId);
  return deployments.flatMap((deployment) => {
    const expects = expectsVm(deployment);
    const isWatched = (row: InstanceRow): boolean => expects(row) && row.state === 'started' && !row.ignore;
    return (rows.get(deployment.id) ?? []).filter(isWatched).map(({ id, group, uuid, index }) => {
      return { deployment: deployment.name, group, uuid, index, agentId: agents.get(id) };
    });
  });
}

/** Names of the deployments that a task works on. */
export async function lockedDeployments(read: Repositories, now: number): Promise<Set<string>> {
  const held = (await read.locks.all()).filter(({ expiredAt }) => expiredAt > now);
  return new Set(held.map(({ name }) => name.replace(/^lock:deployment:/, '')));
}
