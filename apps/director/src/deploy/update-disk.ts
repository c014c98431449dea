import type { DiskAction, PlacedGroup } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';
import type { DiskRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import { attachDisk } from './attach-disk.js';
import { createDisk } from './create-disk.js';
import { deleteDiskByCid } from './delete-disk.js';
import { detachDisk } from './detach-disk.js';
import { orphanDisk } from './orphan-disk.js';
import { orphanStrays } from './orphan-strays.js';

export interface DiskChange {
  deployment: string;
  instance: InstanceRow;
  vm: VmRow;
  action: DiskAction;
  wanted: PlacedGroup['persistentDisk'];
  metadata: Record<string, string>;
}

/**
 * Gives a running VM the disk it shall have: a new one, or a larger one with the data of the old copied by the agent; the old one is
 * orphaned. When that fails, the new disk is deleted and the old stays; a change that is cancelled meanwhile leaves it, for the next deploy to orphan.
 */
export async function updateDisk(scope: Scope, change: DiskChange): Promise<void> {
  const { instance, vm, action, wanted, deployment } = change;
  const { store } = scope.collaborators;
  await orphanStrays(scope, deployment, instance, vm);
  const old = await store.read.disks.find({ instanceId: instance.id, active: true });
  if (action === 'orphan' && old !== undefined) {
    await detachDisk(scope, vm, old);
    await store.write((tx) => orphanDisk(tx, old, instance, deployment, scope));
  }
  if ((action !== 'create' && action !== 'replace') || wanted === undefined) return;
  const fresh = await createDisk(scope, instance, vm, wanted);
  try {
    await attachDisk(scope, vm, fresh, change.metadata);
    if (old !== undefined) await scope.agent(vm.agentId).call('migrate_disk', [old.cid, fresh.cid]);
  } catch (error) {
    // Nobody knows any more what the agent does with it: it is a stray, as after a Director's death.
    if (!scope.task.signal.aborted) await discard(scope, vm, fresh);
    throw error;
  }
  await store.write(async (tx) => {
    if (old !== undefined) await tx.disks.update({ id: old.id }, { active: false });
    await tx.disks.update({ id: fresh.id }, { active: true });
  });
  if (old === undefined) return;
  await detachDisk(scope, vm, old);
  await store.write((tx) => orphanDisk(tx, old, instance, deployment, scope));
}

async function discard(scope: Scope, vm: VmRow, disk: DiskRow): Promise<void> {
  try {
    await detachDisk(scope, vm, disk).catch(() => detachDisk(scope, vm, disk, { agentGone: true }));
    await deleteDiskByCid(scope, disk.cpi, disk.cid);
    await scope.collaborators.store.write((tx) => tx.disks.delete({ id: disk.id }));
  } catch (error) {
    scope.task.debug(`disk ${disk.cid} could not be removed again: ${String(error)}`);
  }
}
