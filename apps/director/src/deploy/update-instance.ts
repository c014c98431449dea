import { syncRecords } from '../dns/sync-records.js';
import { recordAround } from '../events/record-around.js';
import type { VmRow } from '../persistence/rows/index.js';
import { appliedState, applySpec } from './apply-spec.js';
import { createInstanceVm } from './create-instance-vm.js';
import { deleteVm } from './delete-vm.js';
import { deliverTemplates } from './deliver-templates.js';
import { activeVm, type Deploy, type InstanceWork, metadataOf } from './deploy.js';
import { detachDisk } from './detach-disk.js';
import { blobFamily } from './endpoints.js';
import { fail } from './errors.js';
import { reattachDisks } from './reattach-disks.js';
import { settleDynamic } from './settle-dynamic.js';
import { specFor } from './spec-for.js';
import { startInstance } from './start-instance.js';
import { type Progress, stopInstance } from './stop-instance.js';
import { swapVm } from './swap-vm.js';
import { updateDisk } from './update-disk.js';

/**
 * Brings one instance to what the plan wants: in place, with a new VM, or on the VM that was just made for it, whether it had one or not. Until the end it counts as
 * not updated, so that the next deploy repeats whatever was cut off.
 */
export function updateInstance(deploy: Deploy, work: InstanceWork, canary: boolean, progress: Progress): Promise<void> {
  const { step, placed } = work;
  const name = `${step.group}/${step.uuid}`;
  const context = { az: placed.az ?? null, changes: step.changes.map(({ kind }) => kind) };
  const facts = {
    action: step.action,
    objectType: 'instance',
    objectName: name,
    instance: name,
    deployment: deploy.deployment.name,
    context,
  };
  return recordAround(deploy.scope, facts, () => update(deploy, work, canary, progress));
}

async function update(deploy: Deploy, work: InstanceWork, canary: boolean, progress: Progress): Promise<void> {
  const { scope, deployment } = deploy;
  const { step, placed, group, row } = work;
  const { store } = scope.collaborators;
  await store.write((tx) => tx.instances.update({ id: row.id }, { updateCompleted: false }));
  let vm = await activeVm(scope, row.id);
  if (vm !== undefined && step.action !== 'create') {
    const jobState = placed.existing?.vm?.jobState;
    const isSilent = jobState === 'unresponsive' || jobState === 'gone';
    if (!isSilent) await stopForUpdate(deploy, work, vm, progress);
    if (step.action === 'recreate') {
      if (placed.swap !== undefined) vm = await swapVm(deploy, work, vm);
      else {
        const disks = await store.read.disks.all({ instanceId: row.id, active: true });
        for (const disk of disks) await detachDisk(scope, vm, disk, { agentGone: isSilent });
        await deleteVm(scope, vm);
        vm = await createInstanceVm(deploy, work);
      }
      await syncRecords(scope, deployment, ({ instanceId }) => instanceId === row.id);
    } else if (placed.existing?.updateCompleted === false) await reattachDisks(deploy, work, vm);
  }
  if (vm === undefined) throw fail('VmCreationFailed', `instance ${work.title} has no VM`);
  const metadata = metadataOf(scope, deployment.name, placed);
  await updateDisk(scope, { deployment: deployment.name, instance: row, vm, action: step.disk, wanted: group.persistentDisk, metadata });
  await store.write(async (tx) => {
    // Those of a VM that was swapped out are its own now.
    for (const id of placed.releases) await tx.reservations.delete({ id, instanceId: row.id });
  });
  await applyAndStart(deploy, await settleDynamic(deploy, work), vm, canary, progress);
}

async function stopForUpdate(deploy: Deploy, work: InstanceWork, vm: VmRow, progress: Progress): Promise<void> {
  const { scope, payload } = deploy;
  const { step, group } = work;
  const agent = scope.agent(vm.agentId);
  const keepsVm = step.action === 'update';
  const spec = specFor(deploy, work, vm);
  const family = blobFamily(scope.collaborators.config, spec.networks);
  if (keepsVm) {
    const delivered = await deliverTemplates(scope, agent, work.templates, family);
    try {
      await agent.callIfKnown('prepare', [applySpec(scope, spec, delivered)]);
    } finally {
      await delivered.forget();
    }
  }
  const keepsDisk = step.disk === 'keep' || step.disk === 'none';
  await stopInstance(
    scope,
    agent,
    {
      next: { vm: keepsVm ? 'keep' : 'delete', instance: 'keep', deployment: 'keep' },
      drain: keepsVm && keepsDisk ? { type: 'update', spec: applySpec(scope, spec, { id: '' }) } : { type: 'shutdown' },
      skipDrain: payload.skipDrain === '*' || (payload.skipDrain ?? []).includes(group.name),
    },
    progress,
  );
}

async function applyAndStart(deploy: Deploy, work: InstanceWork, vm: VmRow, canary: boolean, progress: Progress): Promise<void> {
  const { scope } = deploy;
  const { placed, group, row, manifestGroup } = work;
  const agent = scope.agent(vm.agentId);
  const spec = specFor(deploy, work, vm);
  progress('installing packages', 50);
  const delivered = await deliverTemplates(scope, agent, work.templates, blobFamily(scope.collaborators.config, spec.networks));
  try {
    progress('configuring jobs', 60);
    await agent.call('apply', [applySpec(scope, spec, delivered)]);
  } finally {
    await delivered.forget();
  }
  const { canaryWatchTime, updateWatchTime } = manifestGroup.update;
  await startInstance(scope, agent, work.title, canary ? canaryWatchTime : updateWatchTime, progress);
  const { index, bootstrap } = placed;
  await scope.collaborators.store.write((tx) =>
    tx.instances.update(
      { id: row.id },
      {
        updateCompleted: true,
        state: 'started',
        group: group.name,
        index,
        bootstrap,
        az: placed.az ?? null,
        spec: appliedState(spec) as never,
      },
    ),
  );
}
