import { readAppliedState } from '@bosh6/plan';
import type { Store } from '../persistence/store.js';
import { forgetEmpty } from './forget-deployment.js';

/**
 * Takes back what a dead Director had stored and not yet made: addresses of compilation VMs and of what is gone, instances that never got a VM or
 * a disk, and deployments that never had more than those. Not what belongs to a task with an open intent: its VM may still use the addresses. To be called
 * before any task runs, after the intents were recovered.
 */
export async function recoverRows(store: Store): Promise<void> {
  await store.write(async (tx) => {
    const unsettled = new Set((await tx.intents.all({ state: 'open' })).map(({ taskId }) => taskId));
    const lingers = ({ taskId }: { taskId: number | null }): boolean => taskId !== null && unsettled.has(taskId);
    for (const row of [...(await tx.reservations.ofNobody()), ...(await tx.reservations.ofGone())]) {
      if (!lingers(row)) await tx.reservations.delete({ id: row.id });
    }
    await tx.reservations.forgetGoneVms();
    for (const { id, spec } of await tx.instances.all({ updateCompleted: false })) {
      const isBorn =
        readAppliedState(spec) !== undefined ||
        (await tx.vms.count({ instanceId: id })) > 0 ||
        (await tx.disks.count({ instanceId: id })) > 0;
      if (isBorn || (await tx.reservations.all({ instanceId: id })).some(lingers)) continue;
      await tx.reservations.delete({ instanceId: id });
      await tx.instances.delete({ id });
    }
    for (const { id, manifestText } of await tx.deployments.all()) if (manifestText === null) await forgetEmpty(tx, id);
  });
}
