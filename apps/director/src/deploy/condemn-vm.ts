import type { VmRow } from '../persistence/rows/index.js';
import type { Scope } from './scope.js';

/** Writes down that a VM is to be deleted, once however often that fails: its deployment's next task does that before all else. */
export async function condemnVm(scope: Scope, vm: Pick<VmRow, 'agentId' | 'cpi'> & { cid: string }): Promise<void> {
  const { store, world } = scope.collaborators;
  const { taskId } = scope.task;
  await store.write(async (tx) => {
    const open = await tx.intents.all({ kind: 'delete_vm', state: 'open' });
    if (open.some(({ outcome }) => (outcome as { cid?: unknown }).cid === vm.cid)) return;
    await tx.intents.insert({
      taskId,
      kind: 'delete_vm',
      requestId: world.uuid(),
      payload: { cpi: vm.cpi, agentId: vm.agentId },
      state: 'open',
      outcome: { cid: vm.cid },
      createdAt: world.now(),
    });
  });
}
