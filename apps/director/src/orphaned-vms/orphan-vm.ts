import { type EventScope, factsOf } from '../events/record-around.js';
import { recordEvent } from '../events/record-event.js';
import type { InstanceRow, VmRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Takes a VM from its instance and keeps it, with the addresses that it has, until a scheduled task deletes it. Inside `Store.write`. */
export async function orphanVm(tx: Repositories, vm: VmRow, instance: InstanceRow, deployment: string, scope: EventScope): Promise<void> {
  const { world } = scope.collaborators;
  const { cid, agentId, cpi } = vm;
  const instanceName = `${instance.group}/${instance.uuid}`;
  if (cid !== null) {
    const { id } = await tx.orphanedVms.insert({
      cid,
      agentId,
      cpi,
      az: instance.az,
      deploymentName: deployment,
      instanceName,
      orphanedAt: world.now(),
    });
    await tx.reservations.moveToOrphan(vm.id, id, `${deployment}/${instanceName}, an orphaned instance`);
    await recordEvent(
      tx,
      world,
      factsOf(scope, { action: 'orphan', objectType: 'vm', objectName: cid, deployment, instance: instanceName }),
    );
  }
  await tx.vms.delete({ id: vm.id });
}
