import type { InstanceRow, VmRow } from '../persistence/rows/index.js';
import { detachDisk } from './detach-disk.js';
import { orphanDisk } from './orphan-disk.js';
import type { Scope } from './scope.js';

/** Takes from an instance the disks that a change left which was cut off: nobody knows what is on them, so they are kept among the orphans. */
export async function orphanStrays(scope: Scope, deployment: string, instance: InstanceRow, vm: VmRow): Promise<void> {
  const { store } = scope.collaborators;
  for (const stray of await store.read.disks.all({ instanceId: instance.id, active: false })) {
    await detachDisk(scope, vm, stray);
    await store.write((tx) => orphanDisk(tx, stray, instance, deployment, scope));
  }
}
