import type { DiskCid, VmCid } from '@bosh6/cpi-protocol';
import { isDetached } from '../deploy/is-detached.js';
import type { Scope } from '../engine/scope.js';
import type { DynamicDiskRow } from '../persistence/rows/index.js';
import { withVm } from './with-vm.js';

interface Options {
  /** It is not told: the VM goes, or its jobs are stopped. */
  agentGone?: boolean;
  /** Also in a task that was cancelled. */
  despiteCancel?: boolean;
}

/** Takes a dynamic disk off the VM that has it; it stays its instance's. One that no VM has is fine, and so is a VM that is gone. */
export async function detachFromVm(
  scope: Scope,
  { id, vmCid }: DynamicDiskRow,
  { agentGone = false, despiteCancel = false }: Options = {},
): Promise<void> {
  const { store } = scope.collaborators;
  if (vmCid === null) return;
  const detach = async (): Promise<void> => {
    const disk = await store.read.dynamicDisks.find({ id });
    if (disk?.vmCid !== vmCid) return;
    const vm = await store.read.vms.find({ cid: vmCid });
    // whoever dies in between has not said that the VM has it
    await store.write((tx) => tx.dynamicDisks.update({ id }, { hint: null }));
    if (vm !== undefined && !agentGone) await scope.agent(vm.agentId).callIfKnown('remove_dynamic_disk', [disk.cid]);
    try {
      await scope.cpi(disk.cpi).call('detachDisk', [vmCid as VmCid, disk.cid as DiskCid]);
    } catch (error) {
      if (!isDetached(error)) throw error;
    }
    await store.write((tx) => tx.dynamicDisks.update({ id }, { vmCid: null }));
  };
  await withVm(scope, vmCid, detach, { despiteCancel });
}

/** All that a VM has. */
export async function detachAllFromVm(scope: Scope, vmCid: string, options: Options = {}): Promise<void> {
  for (const disk of await scope.collaborators.store.read.dynamicDisks.all({ vmCid })) await detachFromVm(scope, disk, options);
}
