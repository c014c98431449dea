import type { Scope } from '../engine/scope.js';
import type { InstanceRow, VmRow } from '../persistence/rows/index.js';
import { detachDisk } from './detach-disk.js';
import { hasDisk } from './has-disk.js';
import { orphanDisk } from './orphan-disk.js';

/** Takes from an instance the disks that a change left which was cut off: nobody knows what is on them, so they are kept among the orphans. One that is gone is forgotten. */
export async function orphanStrays(scope: Scope, deployment: string, instance: InstanceRow, vm: VmRow): Promise<void> {
  const { store } = scope.collaborators;
  for (const stray of await store.read.disks.all({ instanceId: instance.id, active: false })) {
    await detachDisk(scope, vm, stray);
    if (await hasDisk(scope, stray)) await store.write((tx) => orphanDisk(tx, stray, instance, deployment, scope));
    else {
      // its CPI says so; should it be wrong, this line is all that is left of the id
      scope.task.events.warning(`disk ${stray.cid}, which a change left that was cut off, is not there any more and is forgotten`);
      await store.write((tx) => tx.disks.delete({ id: stray.id }));
    }
  }
}
