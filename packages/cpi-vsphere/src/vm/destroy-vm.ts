import { cpiError } from '@bosh6/cpi-protocol';
import type { Ref } from '@bosh6/vim25';
import { VSphereFault } from '@bosh6/vim25';
import { cdromOf } from '../devices/hardware.js';
import { doing } from '../faults/doing.js';
import { readVm, vmNotFound } from '../inventory/find-vm.js';
import type { Vcenter } from '../vcenter.js';
import { readMadeVm } from './made-vm.js';
import { detachSpec, persistentDisksOf } from './persistent-disks.js';
import { powerOff } from './power.js';

/** Deletes a VM with its own files. Its persistent disks are taken off first: vSphere would delete them too. Throws VMNotFound when it is gone. */
export async function destroyVm(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<void> {
  const { vim } = vcenter;
  try {
    await powerOff(vcenter, cid, ref);
    const persistent = await read(vcenter, cid, ref);
    if (persistent.length > 0) {
      const names = persistent.map(({ name }) => `'${name}'`).join(', ');
      await doing(`taking disks ${names} off VM '${cid}'`, () => vim.run('ReconfigVM_Task', ref, { spec: detachSpec(persistent) }));
      const left = await read(vcenter, cid, ref);
      if (left.length > 0)
        throw cpiError('CloudError', `VM '${cid}' keeps its disk '${left[0]?.name}', so it is not deleted`, { okToRetry: true });
    }
    await deleteSettings(vcenter, cid, ref);
    await doing(`deleting VM '${cid}'`, () => vim.run('Destroy_Task', ref, {}));
  } catch (error) {
    if (error instanceof Error && VSphereFault.is(error.cause, 'ManagedObjectNotFound')) throw vmNotFound(cid);
    throw error;
  }
}

async function read(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<ReturnType<typeof persistentDisksOf>> {
  const vm = await readVm(vcenter, cid, ref, ['config.hardware.device', 'config.vAppConfig.property']);
  return persistentDisksOf(vm['config.hardware.device'] ?? [], vm['config.vAppConfig.property']);
}

/** vSphere leaves files that are not the VM's own, and a folder that is not empty. What cannot be deleted keeps nobody from deleting the VM. */
async function deleteSettings(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<void> {
  const { vim, datacenter } = vcenter;
  const { devices, folder } = await readMadeVm(vcenter, cid, ref);
  const backing = cdromOf(devices)?.backing;
  const name = `${folder}env.iso`;
  if (backing === undefined || !('fileName' in backing) || backing.fileName !== name) return;
  await vim.run('DeleteDatastoreFile_Task', vim.content.fileManager as Ref<'FileManager'>, { name, datacenter }).catch(() => undefined);
}
