import { detachAllFromVm } from '../dynamic-disks/detach-from-vm.js';
import type { Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import { orphanVm } from '../orphaned-vms/orphan-vm.js';
import { retireAgent } from '../orphaned-vms/retire-agent.js';
import type { InstanceRow } from '../persistence/rows/index.js';
import { deleteOrAbandonVm } from './abandon-vm.js';
import { lookAtVm } from './ask-vm.js';
import { deleteVm } from './delete-vm.js';
import { detachDisk } from './detach-disk.js';
import { orphanDisk } from './orphan-disk.js';
import { type Progress, stopInstance } from './stop-instance.js';

export interface DeleteOptions {
  deployment: string;
  /** The whole deployment goes. */
  deploymentGoes: boolean;
  /** Go on when jobs cannot be stopped or disks not be detached; with `deploymentGoes` also when VMs cannot be deleted. */
  force: boolean;
  skipDrain: boolean;
  /** A VM whose agent answers is left for later. */
  orphanVm?: boolean;
}

/** Ends an instance: jobs stopped, VM deleted (one that is gone is only forgotten), disks orphaned, addresses free, row gone. What is half done is repeated by the next try. */
export function deleteInstance(scope: Scope, instance: InstanceRow, options: DeleteOptions, progress: Progress): Promise<void> {
  const name = `${instance.group}/${instance.uuid}`;
  const facts = { action: 'delete', objectType: 'instance', objectName: name, instance: name, deployment: options.deployment };
  return recordAround(scope, facts, () => end(scope, instance, options, progress));
}

async function end(scope: Scope, instance: InstanceRow, options: DeleteOptions, progress: Progress): Promise<void> {
  const { store } = scope.collaborators;
  const disks = await store.read.disks.all({ instanceId: instance.id });
  const vms = await store.read.vms.all({ instanceId: instance.id });
  // Whoever deploys after this was cut off gets back what it took: jobs that ran, a disk that was attached.
  await store.write((tx) => tx.instances.update({ id: instance.id }, { updateCompleted: false }));
  for (const vm of vms) {
    const next = { vm: 'delete', instance: 'delete', deployment: options.deploymentGoes ? 'delete' : 'keep' } as const;
    const power = await lookAtVm(scope, vm);
    if (power === 'gone') {
      await deleteVm(scope, vm);
      continue;
    }
    const agent = scope.agent(vm.agentId);
    const mayFail = async (work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        if (!options.force) throw error;
        scope.task.debug(`goes on after: ${String(error)}`);
        return false;
      }
    };
    const stop = (): Promise<void> =>
      stopInstance(scope, agent, { next, drain: { type: 'shutdown' }, skipDrain: options.skipDrain }, progress);
    // Nothing runs in one that is off.
    const answers = power !== 'off' && (await mayFail(stop));
    for (const disk of disks) await mayFail(() => detachDisk(scope, vm, disk, { agentGone: !answers }));
    if (vm.cid !== null) await mayFail(() => detachAllFromVm(scope, vm.cid ?? '', { agentGone: !answers }));
    if (options.orphanVm && answers) {
      await store.write((tx) => orphanVm(tx, vm, instance, options.deployment, scope));
      await retireAgent(scope, vm);
    } else if (options.force && options.deploymentGoes) await deleteOrAbandonVm(scope, vm, `${instance.group}/${instance.uuid}`);
    else await deleteVm(scope, vm);
  }
  await store.write(async (tx) => {
    for (const disk of disks) await orphanDisk(tx, disk, instance, options.deployment, scope);
    await tx.dynamicDisks.update({ instanceId: instance.id }, { instanceId: null });
    await tx.reservations.delete({ instanceId: instance.id });
    await tx.dns.delete({ instanceId: instance.id });
    await tx.variables.former.delete({ instanceId: instance.id });
    await tx.instances.delete({ id: instance.id });
  });
}
