import type { VmCid } from '@bosh6/cpi-protocol';
import { deleteVmByCid } from '../deploy/delete-vm.js';
import { detachDisk } from '../deploy/detach-disk.js';
import { intendDeletion } from '../engine/intents.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { VmRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { deleteVmPayload } from './payloads.js';

/** `bosh delete-vm`: an instance's VM, its disks detached first, an orphaned one, or one that nobody knows. One that is gone is only told. */
export function deleteVmTask(tools: DeployTools): TaskHandler {
  return {
    type: 'delete_vm',
    run: async (context, payload) => {
      const { cid } = parsePayload(deleteVmPayload, payload);
      const scope = new Scope(tools, context);
      await context.events.stage('Delete VM', 1).task(cid, () => end(scope, cid));
      return `vm ${cid} deleted`;
    },
  };
}

async function end(scope: Scope, cid: string): Promise<void> {
  const { store } = scope.collaborators;
  const vm = await store.read.vms.find({ cid });
  if (vm !== undefined) {
    const instance = await store.read.instances.find({ id: vm.instanceId });
    const deployment = instance === undefined ? undefined : await store.read.deployments.find({ id: instance.deploymentId });
    // Whoever finds it without its disks is to know that it goes.
    await intendDeletion(scope, { ...vm, cid });
    if (vm.active) await detachDisks(scope, vm);
    return deleteVmByCid(scope, { ...vm, cid }, deployment === undefined ? {} : { deployment: deployment.name });
  }
  const orphan = await store.read.orphanedVms.find({ cid });
  if (orphan === undefined) return deleteUnknown(scope, cid);
  const { id, deploymentName, instanceName } = orphan;
  await deleteVmByCid(scope, orphan, { deployment: deploymentName, instance: instanceName });
  await store.write(async (tx) => {
    await tx.reservations.delete({ orphanedVmId: id });
    await tx.orphanedVms.delete({ id });
  });
}

async function detachDisks(scope: Scope, vm: VmRow): Promise<void> {
  for (const disk of await scope.collaborators.store.read.disks.all({ instanceId: vm.instanceId }))
    await detachDisk(scope, vm, disk).catch(() => detachDisk(scope, vm, disk, { agentGone: true }));
}

async function deleteUnknown(scope: Scope, cid: string): Promise<void> {
  let found = false;
  for (const { name } of await scope.collaborators.cpis.known()) {
    const cpi = scope.cpi(name);
    if (!(await cpi.call('hasVm', [cid as VmCid]))) continue;
    found = true;
    await recordAround(scope, { action: 'delete', objectType: 'vm', objectName: cid }, () => cpi.call('deleteVm', [cid as VmCid]));
  }
  if (!found) scope.task.events.warning(`VM ${cid} does not exist, so nothing was deleted`);
}
