import { agentOf } from '../engine/intents.js';
import type { Scope } from '../engine/scope.js';
import type { VmRow } from '../persistence/rows/index.js';
import { deleteVm } from './delete-vm.js';
import { detachDisk } from './detach-disk.js';

/**
 * Ends the VMs of a deployment whose deletion failed or was cut off before, so that no plan takes one for whole; under the deployment's lock. Fails as the CPI does,
 * for until such a VM is gone nobody knows what is left of it; with `force` it is left as it is.
 */
export async function endCondemned(scope: Scope, deploymentId: number, { force = false } = {}): Promise<void> {
  const { store } = scope.collaborators;
  for (const intent of await store.read.intents.all({ kind: 'delete_vm', state: 'open' })) {
    const vm = await store.read.vms.find({ agentId: agentOf(intent) });
    const instance = vm === undefined ? undefined : await store.read.instances.find({ id: vm.instanceId });
    if (vm === undefined || instance?.deploymentId !== deploymentId) continue;
    try {
      await detachDisks(scope, vm);
      await deleteVm(scope, vm);
    } catch (error) {
      if (!force) throw error;
      scope.task.debug(`VM ${vm.cid ?? ''} is still not deleted: ${String(error)}`);
    }
  }
}

/** An infrastructure may delete disks with their VM. Its agent is not asked: the VM may be off. */
async function detachDisks(scope: Scope, vm: VmRow): Promise<void> {
  if (!vm.active || vm.cid === null) return;
  const disks = await scope.collaborators.store.read.disks.all({ instanceId: vm.instanceId });
  for (const disk of disks) await detachDisk(scope, vm, disk, { agentGone: true });
}
