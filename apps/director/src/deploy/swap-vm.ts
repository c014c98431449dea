import { attachAllToVm } from '../dynamic-disks/attach-to-vm.js';
import { orphanVm } from '../orphaned-vms/orphan-vm.js';
import { retireAgent } from '../orphaned-vms/retire-agent.js';
import type { VmRow } from '../persistence/rows/index.js';
import { together } from '../tasks/together.js';
import { attachDisk } from './attach-disk.js';
import { type Deploy, type InstanceWork, metadataOf } from './deploy.js';
import { detachDisk } from './detach-disk.js';
import { fail } from './errors.js';

/**
 * Puts the VM that waits beside an instance's stopped one in its place: the disks go over, the old VM becomes an orphan and keeps its addresses. Which VM is the
 * instance's changes in one transaction; disks that a cut-off swap left on neither are given to whichever it is by the next deploy.
 */
export async function swapVm(deploy: Deploy, work: InstanceWork, old: VmRow): Promise<VmRow> {
  const { scope, deployment } = deploy;
  const { row, placed, title } = work;
  const { store } = scope.collaborators;
  const next = await store.read.vms.find({ instanceId: row.id, active: false });
  if (next === undefined) throw fail('VmCreationFailed', `instance ${title} has no VM that could take the place of ${old.cid}`);
  const disks = await store.read.disks.all({ instanceId: row.id });
  for (const disk of disks) await detachDisk(scope, old, disk);
  await store.write(async (tx) => {
    await orphanVm(tx, old, row, deployment.name, scope);
    await tx.vms.update({ id: next.id }, { active: true });
  });
  const swapped = { ...next, active: true };
  const attach = async (): Promise<void> => {
    for (const disk of disks) if (disk.active) await attachDisk(scope, next, disk, metadataOf(scope, deployment.name, placed));
    await attachAllToVm(scope, swapped);
  };
  await together([attach(), retireAgent(scope, old)]);
  return swapped;
}
