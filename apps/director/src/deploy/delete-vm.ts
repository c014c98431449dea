import { CodedError } from '@bosh6/base';
import type { VmCid } from '@bosh6/cpi-protocol';
import { detachAllFromVm } from '../dynamic-disks/detach-from-vm.js';
import { intendDeletion } from '../engine/intents.js';
import type { Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { VmRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/**
 * Deletes the VM of an instance, shuts its agent out, and forgets the row. A VM that is gone already is fine. Its persistent disks must be detached, dynamic ones are. One that
 * cannot be deleted now may have lost its jobs, its power or more on the way: its row and the intent stay, and have its deployment's next task end it first.
 */
export async function deleteVm(scope: Scope, vm: VmRow): Promise<void> {
  if (vm.cid !== null) return deleteVmByCid(scope, { cid: vm.cid, agentId: vm.agentId, cpi: vm.cpi });
  await forgetVm(scope, vm);
}

/** Shuts the agent of a VM out and forgets the row, whatever becomes of the VM. Its instance keeps its disks and addresses. */
export async function forgetVm({ collaborators }: Scope, { agentId }: VmRow): Promise<void> {
  await collaborators.busAuthority.revoke(agentId);
  await collaborators.store.write((tx) => deleteRow(tx, agentId));
}

/** Whose the VM is, or was; for events. */
export type Owner = { readonly deployment?: string; readonly instance?: string };

/** Deletes a VM that may have no row, and the row if there is one. The intent comes first, and stays open when this fails or the Director dies. */
export async function deleteVmByCid(scope: Scope, vm: { cid: string; agentId: string; cpi: string }, of: Owner = {}): Promise<void> {
  const { busAuthority, store } = scope.collaborators;
  const instance = of.instance ?? (await instanceOf(store.read, vm.agentId));
  await recordAround(scope, { action: 'delete', objectType: 'vm', objectName: vm.cid, ...of, instance }, async () => {
    const intent = await intendDeletion(scope, vm);
    await detachAllFromVm(scope, vm.cid, { agentGone: true, despiteCancel: true });
    try {
      await scope.cpi(vm.cpi).call('deleteVm', [vm.cid as VmCid]);
    } catch (error) {
      if (!CodedError.is(error, 'VMNotFound')) throw error;
    }
    await busAuthority.revoke(vm.agentId);
    await store.write(async (tx) => {
      await deleteRow(tx, vm.agentId);
      await intent.settle(tx, 'done', { cid: vm.cid, deleted: true });
    });
  });
}

async function deleteRow(tx: Repositories, agentId: string): Promise<void> {
  const row = await tx.vms.find({ agentId });
  if (row !== undefined) await tx.reservations.update({ vmId: row.id }, { vmId: null });
  await tx.vms.delete({ agentId });
}

async function instanceOf(read: Repositories, agentId: string): Promise<string | null> {
  const row = await read.vms.find({ agentId });
  const instance = row === undefined ? undefined : await read.instances.find({ id: row.instanceId });
  return instance === undefined ? null : `${instance.group}/${instance.uuid}`;
}
