import { cpiError, type DiskCid, type VmCid } from '@bosh6/cpi-protocol';
import { backingOf } from '../devices/hardware.js';
import { parseDiskCid } from '../disk-cid.js';
import { doing } from '../faults/doing.js';
import { readDatastores } from '../inventory/read-datastores.js';
import type { Vcenter } from '../vcenter.js';
import { detachSpec } from '../vm/persistent-disks.js';
import { diskPath } from './find-disk.js';
import { moveDisk } from './move-disk.js';
import { readVmDisks } from './vm-disks.js';

/** detach_disk. A file that Storage vMotion renamed goes back to its own name. Throws DiskNotAttached. */
export async function detachDisk(vcenter: Vcenter, vmCid: VmCid, diskCid: DiskCid, directorUuid: string): Promise<void> {
  const { name } = parseDiskCid(diskCid);
  const { ref, persistent } = await readVmDisks(vcenter, vmCid, directorUuid);
  const attached = persistent.find((one) => one.name === name);
  if (attached === undefined) throw cpiError('DiskNotAttached', `disk '${diskCid}' is not attached to VM '${vmCid}'`, { okToRetry: true });
  await doing(`detaching disk '${diskCid}' from VM '${vmCid}'`, () =>
    vcenter.vim.run('ReconfigVM_Task', ref, { spec: detachSpec([attached]) }),
  );
  const backing = backingOf(attached.disk);
  if (backing === undefined) return;
  const datastore = (await readDatastores(vcenter)).find((one) => one.ref.value === backing.datastore?.value);
  if (datastore === undefined || backing.fileName === diskPath(vcenter, datastore, name)) return;
  await moveDisk(vcenter, { name, path: backing.fileName }, datastore);
}
