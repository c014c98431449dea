import type { Ref } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Datastore } from '../inventory/datastore.js';
import type { Vcenter } from '../vcenter.js';
import { ensureDirectory } from './create-disk.js';
import { diskPath, type FoundDisk } from './find-disk.js';

/** Moves a detached disk to another datastore, under its own name. */
export async function moveDisk(vcenter: Vcenter, disk: Pick<FoundDisk, 'name' | 'path' | 'sizeMib'>, to: Datastore): Promise<FoundDisk> {
  const { vim, datacenter } = vcenter;
  const path = diskPath(vcenter, to, disk.name);
  await doing(`moving disk '${disk.name}' to datastore '${to.name}'`, async () => {
    await ensureDirectory(vcenter, to);
    const manager = vim.content.virtualDiskManager as Ref<'VirtualDiskManager'>;
    const args = { sourceName: disk.path, sourceDatacenter: datacenter, destName: path, destDatacenter: datacenter, force: false };
    await vim.run('MoveVirtualDisk_Task', manager, args);
  });
  return { ...disk, datastore: to, path };
}
