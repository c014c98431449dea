import { detachDisk } from '../../deploy/detach-disk.js';
import { orphanDisk } from '../../deploy/orphan-disk.js';
import { titleOf } from '../../engine/title-of.js';
import { diskOf } from '../disk-of.js';
import { fail } from '../errors.js';
import { isMounted } from '../is-mounted.js';
import { ignore, type ProblemKind, type Site } from '../problem-kind.js';

/** A disk that an instance has and does not use: a change to another one was cut off. */
export const inactiveDisk: ProblemKind = {
  of: 'disk',
  automatic: 'ignore',
  describe: ({ instance, disk }) => `Disk '${disk?.cid}' of '${titleOf(instance)}' (${disk?.size} MiB) is not in use`,
  resolutions: {
    ignore,
    delete_disk: { plan: 'Take the disk from the instance; it stays among the orphaned disks until it is deleted', run: takeAway },
    activate_disk: { plan: 'Make it the disk that the instance uses', run: activate },
  },
};

async function takeAway(site: Site): Promise<void> {
  const { scope, instance, vm, deployment } = site;
  const disk = idle(site);
  if (vm !== undefined) {
    if (await isMounted(scope, vm, disk)) throw fail('ResolutionRefused', `disk '${disk.cid}' is mounted`);
    await detachDisk(scope, vm, disk);
  }
  await scope.collaborators.store.write((tx) => orphanDisk(tx, disk, instance, deployment.name, scope));
}

async function activate(site: Site): Promise<void> {
  const { scope, instance, vm } = site;
  const disk = idle(site);
  const { store } = scope.collaborators;
  if (vm === undefined || !(await isMounted(scope, vm, disk))) throw fail('ResolutionRefused', `disk '${disk.cid}' is not mounted`);
  await store.write(async (tx) => {
    const other = await tx.disks.find({ instanceId: instance.id, active: true });
    if (other !== undefined) throw fail('ResolutionRefused', `'${titleOf(instance)}' uses disk '${other.cid}'`);
    await tx.disks.update({ id: disk.id }, { active: true });
  });
}

function idle(site: Site): ReturnType<typeof diskOf> {
  const disk = diskOf(site);
  if (disk.active) throw fail('ProblemGone', `disk '${disk.cid}' is in use`);
  return disk;
}
