import { CodedError } from '@bosh6/base';
import { deleteVmByCid } from '../deploy/delete-vm.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import type { TaskHandler } from '../tasks/task-handler.js';

/** As the original names it. */
export const cleanupTask = 'scheduled_orphaned_vm_cleanup';

/** Deletes every orphaned VM and frees its addresses. One that cannot be deleted is told, stays, and is tried again the next time. */
export function deleteOrphanedVms(tools: DeployTools): TaskHandler {
  return {
    type: cleanupTask,
    run: async (context) => {
      const { deleted, left } = await deleteAllOrphanedVms(new Scope(tools, context));
      return left === 0 ? `${deleted} orphaned VM(s) deleted` : `${deleted} orphaned VM(s) deleted, ${left} left`;
    },
  };
}

/** Those of now, and not while another task does the same. Answers how many went and how many could not. */
export function deleteAllOrphanedVms(scope: Scope): Promise<{ deleted: number; left: number }> {
  const { taskId, signal } = scope.task;
  return scope.collaborators.locks.withLock('orphaned_vm_cleanup', taskId, () => deleteAll(scope), { signal });
}

async function deleteAll(scope: Scope): Promise<{ deleted: number; left: number }> {
  const { store } = scope.collaborators;
  const orphans = await store.read.orphanedVms.all();
  const stage = scope.task.events.stage('Deleting orphaned vms', orphans.length);
  let left = 0;
  for (const { id, cid, agentId, cpi, deploymentName: deployment, instanceName: instance } of orphans) {
    scope.task.throwIfCancelled();
    try {
      await stage.task(cid, async () => {
        await deleteVmByCid(scope, { cid, agentId, cpi }, { deployment, instance });
        await store.write(async (tx) => {
          await tx.reservations.delete({ orphanedVmId: id });
          await tx.orphanedVms.delete({ id });
        });
      });
    } catch (error) {
      scope.task.throwIfCancelled();
      left += 1;
      const why = CodedError.is(error) ? error.message : String(error);
      scope.task.events.warning(`orphaned VM ${cid} cannot be deleted and keeps its addresses: ${why}; it is tried again in some minutes`);
    }
  }
  return { deleted: orphans.length - left, left };
}
