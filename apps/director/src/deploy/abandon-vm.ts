import type { Scope } from '../engine/scope.js';
import type { VmRow } from '../persistence/rows/index.js';
import { deleteVm, forgetVm } from './delete-vm.js';

/**
 * Deletes a VM, or goes on without it when that fails: its agent is shut out, its row goes, and the open intent that `deleteVm` left has
 * a later task try again. A warning says so, since until then the VM may run and use its addresses.
 */
export async function deleteOrAbandonVm(scope: Scope, vm: VmRow, of: string): Promise<void> {
  try {
    return await deleteVm(scope, vm);
  } catch (error) {
    if (vm.cid === null) throw error;
    scope.task.debug(`VM ${vm.cid} is given up: ${String(error)}`);
  }
  await forgetVm(scope, vm);
  scope.task.events.warning(
    `VM ${vm.cid} of ${of} could not be deleted and may still run and use its addresses; the Director tries again with its next task, and when it starts`,
  );
}
