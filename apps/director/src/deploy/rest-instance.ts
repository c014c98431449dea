import type { Scope } from '../engine/scope.js';
import type { VmRow } from '../persistence/rows/index.js';
import type { Deploy, InstanceWork } from './deploy.js';
import { stopForUpdate } from './stop-for-update.js';
import type { Progress } from './stop-instance.js';
import { takeDownVm } from './take-down-vm.js';

/** Leaves an instance stopped, or without its VM, as it is to be. Whatever else was to change of it waits until it is started. */
export async function restInstance(deploy: Deploy, work: InstanceWork, vm: VmRow | undefined, progress: Progress): Promise<void> {
  const { scope } = deploy;
  const { step, placed, row } = work;
  const jobState = placed.existing?.vm?.jobState;
  const agentGone = jobState === 'unresponsive' || jobState === 'gone';
  if (vm !== undefined) {
    // One made just now has no jobs yet; told to stop, it stays so after a reboot too.
    if (step.action === 'create' || step.action === 'recreate') await scope.agent(vm.agentId).call('stop', []);
    else if (!agentGone) await stopForUpdate(deploy, work, vm, progress);
    if (placed.state === 'detached') await takeDownVm(scope, row, vm, { agentGone });
  }
  await storeRest(scope, work);
}

/** Remembers that an instance rests; what its last update left unfinished stays so. */
export async function storeRest(scope: Scope, { placed, row }: InstanceWork): Promise<void> {
  await scope.collaborators.store.write(async (tx) => {
    if (placed.state === 'detached') for (const id of placed.releases) await tx.reservations.delete({ id, instanceId: row.id });
    await tx.instances.update({ id: row.id }, { state: placed.state, updateCompleted: placed.existing?.updateCompleted ?? false });
  });
}
