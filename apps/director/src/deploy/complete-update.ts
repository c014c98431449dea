import type { VmRow } from '../persistence/rows/index.js';
import { applyAndStart } from './apply-and-start.js';
import { type Deploy, type InstanceWork, metadataOf } from './deploy.js';
import { reattachDisks } from './reattach-disks.js';
import { settleDynamic } from './settle-dynamic.js';
import type { Progress } from './stop-instance.js';
import { updateDisk } from './update-disk.js';
import { updateMetadata } from './update-metadata.js';
import { updateSettings } from './update-settings.js';
import { vmMetadata } from './vm-metadata.js';

/**
 * What every update of an instance that is to run ends with, once it has its VM and its jobs are down: what an earlier one left undone, tags, disk, certificates,
 * addresses, and then the jobs.
 */
export async function completeUpdate(deploy: Deploy, work: InstanceWork, vm: VmRow, canary: boolean, progress: Progress): Promise<void> {
  const { scope, deployment } = deploy;
  const { step, placed, group, row } = work;
  const hadVm = step.action !== 'recreate' && step.action !== 'create';
  if (placed.existing?.updateCompleted === false) {
    if (hadVm) await reattachDisks(deploy, work, vm);
    // Who made it may have died before it could tell.
    await scope.cpi(vm.cpi).tell('setVmMetadata', vm.cid ?? '', vmMetadata(deploy, work, vm.createdAt));
  }
  if (hadVm) await updateMetadata(deploy, work);
  const metadata = metadataOf(scope, deployment.name, placed);
  await updateDisk(scope, { deployment: deployment.name, instance: row, vm, action: step.disk, wanted: group.persistentDisk, metadata });
  await updateSettings(scope, vm);
  // Those of a VM that was swapped out are its own now.
  for (const id of placed.releases) await scope.collaborators.store.write((tx) => tx.reservations.delete({ id, instanceId: row.id }));
  await applyAndStart(deploy, await settleDynamic(deploy, work), vm, canary, progress);
}
