import type { Scope } from '../engine/scope.js';
import type { InstanceRow, VmRow } from '../persistence/rows/index.js';
import { deleteVm } from './delete-vm.js';
import { detachDisk } from './detach-disk.js';

/** Detaches the disks of an instance and deletes its VM; addresses and disks stay the instance's. */
export async function takeDownVm(scope: Scope, row: InstanceRow, vm: VmRow, options: { agentGone: boolean }): Promise<void> {
  const disks = await scope.collaborators.store.read.disks.all({ instanceId: row.id });
  for (const disk of disks) await detachDisk(scope, vm, disk, options);
  await deleteVm(scope, vm);
}
