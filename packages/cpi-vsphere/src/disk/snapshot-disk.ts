import type { CallContext, DiskCid, SnapshotCid } from '@bosh6/cpi-protocol';
import { cpiError } from '@bosh6/cpi-protocol';
import { type Ref, VSphereFault } from '@bosh6/vim25';
import { isUnique, uuidOf } from '../cids.js';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { deleteFile } from './delete-disk.js';
import { diskPath, findFile, requireDisk, searchDatastore } from './find-disk.js';

/** snapshot_disk: a copy beside the disk, for independent disks have no snapshots. vSphere refuses it for a disk of a running VM. */
export async function snapshotDisk(vcenter: Vcenter, cid: DiskCid, context: CallContext): Promise<SnapshotCid> {
  const { vim, datacenter } = vcenter;
  const disk = await requireDisk(vcenter, cid);
  const name = `snapshot-${uuidOf('snapshot_disk', context)}`;
  return vcenter.flights.run(name, async () => {
    const path = diskPath(vcenter, disk.datastore, name);
    const manager = vim.content.virtualDiskManager as Ref<'VirtualDiskManager'>;
    // a copy that was cut off is no snapshot: it is made again
    if (isUnique(context.requestId) && (await searchDatastore(vcenter, disk.datastore, name)) !== undefined)
      await deleteFile(vcenter, `snapshot '${name}'`, path);
    await doing(`copying disk '${cid}' to snapshot '${name}'`, async () => {
      const args = { sourceName: disk.path, sourceDatacenter: datacenter, destName: path, destDatacenter: datacenter, force: false };
      try {
        await vim.run('CopyVirtualDisk_Task', manager, args);
      } catch (error) {
        await deleteFile(vcenter, `snapshot '${name}'`, path).catch(() => undefined);
        if (VSphereFault.is(error, 'FileLocked'))
          throw cpiError('CloudError', `disk '${cid}' is in use by a running VM`, { cause: error, hint: 'detach it first' });
        throw error;
      }
    });
    return name as SnapshotCid;
  });
}

/** delete_snapshot. One that is not there is deleted. */
export async function deleteSnapshot(vcenter: Vcenter, cid: SnapshotCid): Promise<void> {
  const found = /^snapshot-[0-9a-f-]+$/.test(cid) ? await findFile(vcenter, { name: cid }) : undefined;
  if (found !== undefined) await deleteFile(vcenter, `snapshot '${cid}'`, found.path);
}
