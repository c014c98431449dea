import { CodedError } from '@bosh6/base';
import { deleteDiskByCid } from '../deploy/delete-disk.js';
import { openIntent, outcomeOf } from '../engine/intents.js';
import type { Scope } from '../engine/scope.js';
import type { DynamicDiskRow } from '../persistence/rows/index.js';
import { detachFromVm } from './detach-from-vm.js';

/** Deletes a disk for good, off whichever VM has it, and forgets it. What is half done is repeated by the next try. */
export async function destroyDynamicDisk(scope: Scope, disk: DynamicDiskRow, deployment?: string): Promise<void> {
  const { store, world } = scope.collaborators;
  const { id, cid, cpi, name } = disk;
  await detachFromVm(scope, disk);
  const intent = await openIntent(scope, 'delete_disk', world.uuid(), { cpi, diskCid: cid, title: `dynamic disk '${name}'` });
  try {
    await deleteDiskByCid(scope, cpi, cid, deployment === undefined ? {} : { deployment });
  } catch (error) {
    await store.write((tx) => intent.settle(tx, 'failed', outcomeOf(error)));
    throw error;
  }
  await store.write(async (tx) => {
    await intent.settle(tx, 'done', { cid, deleted: true });
    await tx.dynamicDisks.delete({ id });
  });
}

/** Those of a deployment that goes. With `force` one that cannot be deleted becomes an orphan, to be deleted as others are. */
export async function destroyAllOf(scope: Scope, deployment: { id: number; name: string }, { force = false } = {}): Promise<void> {
  const { store, world } = scope.collaborators;
  for (const disk of await store.read.dynamicDisks.all({ deploymentId: deployment.id })) {
    try {
      await destroyDynamicDisk(scope, disk, deployment.name);
    } catch (error) {
      if (!force) throw error;
      scope.task.throwIfCancelled();
      const why = CodedError.is(error) ? error.message : String(error);
      scope.task.events.warning(`dynamic disk '${disk.name}' (${disk.cid}) cannot be deleted and is kept among the orphans: ${why}`);
      const { id, cid, size, az, cpi, name } = disk;
      const orphan = { cid, size, az, cpi, cloudProperties: {}, deploymentName: deployment.name, orphanedAt: world.now() };
      await store.write(async (tx) => {
        await tx.orphanDisks.insert({ ...orphan, instanceName: `dynamic disk '${name}'` });
        await tx.dynamicDisks.delete({ id });
      });
    }
  }
}
