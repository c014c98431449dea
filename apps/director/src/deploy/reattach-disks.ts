import { attachAllToVm } from '../dynamic-disks/attach-to-vm.js';
import type { VmRow } from '../persistence/rows/index.js';
import { attachDisk } from './attach-disk.js';
import { type Deploy, type InstanceWork, metadataOf } from './deploy.js';
import { orphanStrays } from './orphan-strays.js';

/**
 * Gives a VM the disks of its instance that it has not: a change that was cut off may have taken them from it, or not yet given them to it.
 * Strays go first: the agent may have moved the store to one, and mounts the next disk where the store is free.
 */
export async function reattachDisks({ scope, deployment }: Deploy, { row, placed }: InstanceWork, vm: VmRow): Promise<void> {
  await orphanStrays(scope, deployment.name, row, vm);
  const disks = await scope.collaborators.store.read.disks.all({ instanceId: row.id, active: true });
  const mounted = disks.length === 0 ? [] : await scope.agent(vm.agentId).call('list_disk', []);
  for (const disk of disks) if (!mounted.includes(disk.cid)) await attachDisk(scope, vm, disk, metadataOf(scope, deployment.name, placed));
  await attachAllToVm(scope, vm);
}
