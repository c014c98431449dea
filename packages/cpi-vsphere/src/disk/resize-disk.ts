import { cpiError, type DiskCid } from '@bosh6/cpi-protocol';
import type { Ref } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { type FoundDisk, requireDisk } from './find-disk.js';

/** resize_disk, of a detached disk; it only grows. The same size is no failure. */
export async function resizeDisk(vcenter: Vcenter, cid: DiskCid, sizeMib: number): Promise<void> {
  await growFile(vcenter, cid, await requireDisk(vcenter, cid), sizeMib);
}

export async function growFile({ vim, datacenter }: Vcenter, cid: DiskCid, disk: FoundDisk, sizeMib: number): Promise<void> {
  if (disk.sizeMib === sizeMib) return;
  if (disk.sizeMib !== undefined && sizeMib < disk.sizeMib)
    throw cpiError('NotSupported', `disk '${cid}' has ${disk.sizeMib} MiB and cannot shrink to ${sizeMib}`);
  const manager = vim.content.virtualDiskManager as Ref<'VirtualDiskManager'>;
  await doing(`growing disk '${cid}' to ${sizeMib} MiB`, () =>
    vim.run('ExtendVirtualDisk_Task', manager, { name: disk.path, datacenter, newCapacityKb: sizeMib * 1024, eagerZero: false }),
  );
}
