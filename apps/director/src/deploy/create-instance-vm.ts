import { CodedError } from '@bosh6/base';
import { envHashes } from '@bosh6/plan';
import { attachAllToVm } from '../dynamic-disks/attach-to-vm.js';
import type { VmRow } from '../persistence/rows/index.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { attachDisk } from './attach-disk.js';
import { createVm } from './create-vm.js';
import { deleteVm } from './delete-vm.js';
import { activeVm, type Deploy, type InstanceWork, metadataOf } from './deploy.js';
import { untoldCerts } from './update-settings.js';
import { vmMetadata } from './vm-metadata.js';

/**
 * Gives an instance a VM that answers, with the disk it already owns attached and mounted. When that fails, the VM is gone again. One that is to be swapped in
 * waits beside the present one, without the disk and with the addresses that no VM has.
 */
export async function createInstanceVm(deploy: Deploy, work: InstanceWork): Promise<VmRow> {
  const { scope, deployment } = deploy;
  const { placed, group, row } = work;
  const { store, world } = scope.collaborators;
  const disks = await store.read.disks.all({ instanceId: row.id, active: true });
  const waits = placed.swap !== undefined;
  const described = metadataOf(scope, deployment.name, placed);
  const createdAt = world.now();
  const live = await createVm(
    scope,
    {
      title: work.title,
      kind: 'create_vm',
      deployment: deployment.name,
      group: group.name,
      stemcell: placed.stemcell,
      cloudProperties: placed.cloudProperties,
      networks: placed.networks,
      env: group.env,
      diskCids: disks.map(({ cid }) => cid),
      tags: group.tags,
      metadata: vmMetadata(deploy, work, createdAt),
    },
    async (tx, { cid, agentId, cpi, stemcell, networks }) => {
      const vm = await tx.vms.insert({
        instanceId: row.id,
        agentId,
        cid,
        active: !waits,
        cpi,
        stemcellName: stemcell.name,
        stemcellVersion: stemcell.version,
        stemcellApiVersion: stemcell.apiVersion,
        env: envHashes(group.env),
        cloudProperties: placed.cloudProperties,
        networks,
        askedNetworks: placed.networks as never,
        permanentCredentials: false,
        trustedCerts: untoldCerts(scope),
        createdAt,
      });
      for (const { id, vmId } of await tx.reservations.all({ instanceId: row.id }))
        if (vmId === null || !waits) await tx.reservations.update({ id }, { vmId: vm.id });
    },
  );
  const vm = (await store.read.vms.find({ agentId: live.agentId })) as VmRow;
  if (waits) return vm;
  try {
    for (const disk of disks) await attachDisk(scope, vm, disk, described);
    await attachAllToVm(scope, vm);
  } catch (error) {
    await deleteVm(scope, vm).catch((cause: unknown) => scope.task.debug(`VM ${live.cid} could not be deleted: ${String(cause)}`));
    throw error;
  }
  return vm;
}

/** The VMs of instances that have none or are to get another, up to 32 at once. Those that were made stay when one fails. `refused` gets the ids of those that the infrastructure did not make. */
export async function createMissingVms(deploy: Deploy, missing: readonly InstanceWork[], refused: Set<number>): Promise<void> {
  if (missing.length === 0) return;
  const { task, newAgents } = deploy.scope;
  const stage = task.events.stage('Creating missing vms', missing.length);
  newAgents.expect(missing.length);
  try {
    await inFlight(missing, maxThreads, task, async (work) => {
      if (work.placed.swap === undefined && (await activeVm(deploy.scope, work.row.id)) !== undefined) return;
      try {
        await stage.task(work.title, () => createInstanceVm(deploy, work));
      } catch (error) {
        if (CodedError.is(error, 'VmCreationFailed')) refused.add(work.row.id);
        throw error;
      }
    });
  } finally {
    await newAgents.dismiss();
  }
}
