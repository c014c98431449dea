import { cpiError } from '@bosh6/cpi-protocol';
import type { Ref } from '@bosh6/vim25';
import { VSphereFault } from '@bosh6/vim25';
import { leaveCluster } from '../cluster/leave-cluster.js';
import { cdromOf } from '../devices/hardware.js';
import { settle, takeOff } from '../disk/take-off.js';
import { readDisksOf } from '../disk/vm-disks.js';
import { doing } from '../faults/doing.js';
import { vmNotFound } from '../inventory/find-vm.js';
import type { Vcenter } from '../vcenter.js';
import { type MadeVm, readMadeVm } from './made-vm.js';
import { powerOff } from './power.js';

/** Deletes a VM with its own files. Its persistent disks are taken off first: vSphere would delete them too. Throws VMNotFound when it is gone. */
export async function destroyVm(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<void> {
  const { vim } = vcenter;
  try {
    await powerOff(vcenter, cid, ref);
    const before = await readDisksOf(vcenter, cid, ref);
    if (before.persistent.length + before.stranded.length > 0) await takeOff(vcenter, cid, ref, before.persistent);
    const { persistent, stranded } = await readDisksOf(vcenter, cid, ref);
    await settle(vcenter, cid, ref, stranded);
    if (persistent.length > 0)
      throw cpiError('CloudError', `VM '${cid}' keeps its disk '${persistent[0]?.name}', so it is not deleted`, { okToRetry: true });
    const vm = await readMadeVm(vcenter, cid, ref);
    if (vm.pool !== undefined && vm.groups.length > 0) await leaveCluster(vcenter, cid, vm.pool, vm.groups, ref);
    await deleteSettings(vcenter, vm);
    await doing(`deleting VM '${cid}'`, () => vim.run('Destroy_Task', ref, {}));
  } catch (error) {
    if (error instanceof Error && VSphereFault.is(error.cause, 'ManagedObjectNotFound')) throw vmNotFound(cid);
    throw error;
  }
}

/** vSphere leaves files that are not the VM's own, and a folder that is not empty. What cannot be deleted keeps nobody from deleting the VM. */
async function deleteSettings({ vim, datacenter }: Vcenter, { devices, folder }: MadeVm): Promise<void> {
  const backing = cdromOf(devices)?.backing;
  const name = `${folder}env.iso`;
  if (backing === undefined || !('fileName' in backing) || backing.fileName !== name) return;
  await vim.run('DeleteDatastoreFile_Task', vim.content.fileManager as Ref<'FileManager'>, { name, datacenter }).catch(() => undefined);
}
