import type { DiskCid } from '@bosh6/cpi-protocol';
import { type Ref, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { diskNotFound, requireDisk } from './find-disk.js';

/** delete_disk. vSphere refuses it for a disk of a running VM. */
export async function deleteDisk(vcenter: Vcenter, cid: DiskCid): Promise<void> {
  const { path } = await requireDisk(vcenter, cid);
  await deleteFile(vcenter, `disk '${cid}'`, path).catch((error: unknown) => {
    throw error instanceof Error && VSphereFault.is(error.cause, 'FileNotFound') ? diskNotFound(cid) : error;
  });
}

export async function deleteFile({ vim, datacenter }: Vcenter, what: string, path: string): Promise<void> {
  const manager = vim.content.virtualDiskManager as Ref<'VirtualDiskManager'>;
  await doing(`deleting ${what}`, () => vim.run('DeleteVirtualDisk_Task', manager, { name: path, datacenter }));
}
