import { CodedError } from '@bosh6/base';
import type { VmCid } from '@bosh6/cpi-protocol';
import { recordAround } from '../events/record-around.js';
import type { VmRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { condemnVm } from './condemn-vm.js';
import type { Scope } from './scope.js';

/**
 * Deletes the VM of an instance, shuts its agent out, and forgets the row. A VM that is gone already is fine. Its disks must be detached. One that
 * cannot be deleted now may have lost its jobs, its power or more on the way: its row stays, and an open intent has its deployment's next task end it first.
 */
export async function deleteVm(scope: Scope, vm: VmRow): Promise<void> {
  const { store } = scope.collaborators;
  if (vm.cid === null) await scope.collaborators.busAuthority.revoke(vm.agentId);
  else {
    try {
      await deleteVmByCid(scope, { cid: vm.cid, agentId: vm.agentId, cpi: vm.cpi });
    } catch (error) {
      await condemnVm(scope, { ...vm, cid: vm.cid });
      throw error;
    }
  }
  await store.write(async (tx) => {
    await tx.reservations.update({ vmId: vm.id }, { vmId: null });
    await tx.vms.delete({ id: vm.id });
  });
}

/** Whose the VM is, or was; for events. */
export type Owner = { readonly deployment?: string; readonly instance?: string };

/** Deletes a VM that may have no row, and the row if there is one. */
export async function deleteVmByCid(scope: Scope, vm: { cid: string; agentId: string; cpi: string }, of: Owner = {}): Promise<void> {
  const { busAuthority, store } = scope.collaborators;
  const instance = of.instance ?? (await instanceOf(store.read, vm.agentId));
  await recordAround(scope, { action: 'delete', objectType: 'vm', objectName: vm.cid, ...of, instance }, async () => {
    try {
      await scope.cpi(vm.cpi).call('deleteVm', [vm.cid as VmCid]);
    } catch (error) {
      if (!CodedError.is(error, 'VMNotFound')) throw error;
    }
    await busAuthority.revoke(vm.agentId);
    await store.write(async (tx) => {
      const row = await tx.vms.find({ agentId: vm.agentId });
      if (row !== undefined) await tx.reservations.update({ vmId: row.id }, { vmId: null });
      await tx.vms.delete({ agentId: vm.agentId });
    });
  });
}

async function instanceOf(read: Repositories, agentId: string): Promise<string | null> {
  const row = await read.vms.find({ agentId });
  const instance = row === undefined ? undefined : await read.instances.find({ id: row.instanceId });
  return instance === undefined ? null : `${instance.group}/${instance.uuid}`;
}
