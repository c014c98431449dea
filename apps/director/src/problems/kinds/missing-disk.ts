import type { DiskCid } from '@bosh6/cpi-protocol';
import { detachDisk } from '../../deploy/detach-disk.js';
import { titleOf } from '../../engine/title-of.js';
import { diskOf } from '../disk-of.js';
import { fail } from '../errors.js';
import { ignore, type ProblemKind, type Site } from '../problem-kind.js';

/** A disk that the infrastructure does not know. */
export const missingDisk: ProblemKind = {
  of: 'disk',
  automatic: 'ignore',
  describe: ({ instance, disk }) => `Disk '${disk?.cid}' of '${titleOf(instance)}' (${disk?.size} MiB) is missing`,
  resolutions: { ignore, delete_disk_reference: { plan: 'Forget the disk, and all that was on it', run: forgetDisk } },
};

async function forgetDisk(site: Site): Promise<void> {
  const { scope, vm } = site;
  const disk = diskOf(site);
  if (await scope.cpi(disk.cpi).call('hasDisk', [disk.cid as DiskCid])) throw fail('ProblemGone', `disk '${disk.cid}' is there again`);
  if (vm !== undefined) {
    // The VM may still have it in its settings; what is gone need not come off in order.
    await detachDisk(scope, vm, disk).catch((error: unknown) => scope.task.debug(`disk ${disk.cid}: ${String(error)}`));
  }
  await scope.collaborators.store.write((tx) => tx.disks.delete({ id: disk.id }));
}
