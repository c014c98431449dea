import { needsNewVm } from '@bosh6/plan';
import { activeVm, type Deploy, type InstanceWork } from './deploy.js';
import { prepareVm } from './prepare-vm.js';
import { updateMetadata } from './update-metadata.js';

/**
 * What changed of an instance that rests waits until it is started, but for its tags, which are the infrastructure's. As in BOSH, one whose VM will do fetches what
 * it will need, and one without a VM gives back the addresses that it no longer needs; one that has a VM still uses them.
 */
export async function prepareResting(deploy: Deploy, work: InstanceWork): Promise<void> {
  const { scope } = deploy;
  const { step, placed, row } = work;
  const vm = await activeVm(scope, row.id);
  if (vm !== undefined) {
    await updateMetadata(deploy, work);
    if (!needsNewVm(step.changes)) await prepareVm(deploy, work, vm);
    return;
  }
  await scope.collaborators.store.write(async (tx) => {
    for (const id of placed.releases) await tx.reservations.delete({ id, instanceId: row.id });
  });
}
