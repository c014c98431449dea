import { syncRecords } from '../dns/sync-records.js';
import { recordAround } from '../events/record-around.js';
import { completeUpdate } from './complete-update.js';
import { createInstanceVm } from './create-instance-vm.js';
import { activeVm, type Deploy, type InstanceWork } from './deploy.js';
import { fail } from './errors.js';
import { prepareResting } from './prepare-resting.js';
import { restInstance } from './rest-instance.js';
import { stopForUpdate } from './stop-for-update.js';
import type { Progress } from './stop-instance.js';
import { swapVm } from './swap-vm.js';
import { takeDownVm } from './take-down-vm.js';
import { updateMetadata } from './update-metadata.js';

/**
 * Brings one instance to what the plan wants: in place, with a new VM, or on the VM that was just made for it, whether it had one or not. Until the end it counts as
 * not updated, so that the next deploy repeats whatever was cut off.
 */
export function updateInstance(deploy: Deploy, work: InstanceWork, canary: boolean, progress: Progress): Promise<void> {
  const { step, placed } = work;
  const name = `${step.group}/${step.uuid}`;
  const context = { az: placed.az ?? null, changes: step.changes.map(({ kind }) => kind) };
  const facts = {
    action: step.action === 'wait' ? 'update' : step.action,
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
  const { step, placed, row } = work;
  const { store } = scope.collaborators;
  if (step.action === 'metadata') return updateMetadata(deploy, work);
  if (step.action === 'wait') return prepareResting(deploy, work);
  // A new one has not been updated yet.
  if (row.updateCompleted) await store.write((tx) => tx.instances.update({ id: row.id }, { updateCompleted: false }));
  let vm = await activeVm(scope, row.id);
  if (step.action === 'stop' || step.action === 'detach') return restInstance(deploy, work, vm, progress);
  if (vm !== undefined && step.action !== 'create') {
    const jobState = placed.existing?.vm?.jobState;
    const isSilent = jobState === 'unresponsive' || jobState === 'gone';
    if (!isSilent) await stopForUpdate(deploy, work, vm, progress);
    if (step.action === 'recreate') {
      if (placed.swap !== undefined) vm = await swapVm(deploy, work, vm);
      else {
        await takeDownVm(scope, row, vm, { agentGone: isSilent });
        vm = await createInstanceVm(deploy, work);
      }
      await syncRecords(scope, deployment, ({ instanceId }) => instanceId === row.id);
    }
  }
  if (vm === undefined) throw fail('VmCreationFailed', `instance ${work.title} has no VM`);
  if (placed.state !== 'started') return restInstance(deploy, work, vm, progress);
  await completeUpdate(deploy, work, vm, canary, progress);
}
