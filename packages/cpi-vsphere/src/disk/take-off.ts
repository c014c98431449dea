import { cpiError } from '@bosh6/cpi-protocol';
import { parseDatastorePath, type Ref, VSphereFault } from '@bosh6/vim25';
import { backingOf } from '../devices/hardware.js';
import { doing } from '../faults/doing.js';
import { readDatastores } from '../inventory/read-datastores.js';
import type { Vcenter } from '../vcenter.js';
import { detachSpec, forgetSpec, type PersistentDisk, type Stranded } from '../vm/persistent-disks.js';
import { diskPath, searchDatastore } from './find-disk.js';
import { moveDisk } from './move-disk.js';
import { readDisksOf } from './vm-disks.js';

/**
 * Takes disks off a VM. A file that Storage vMotion renamed goes back to its disk's name; until it has, the VM's record tells where it is, also to a later
 * call when this one is killed.
 */
export async function takeOff(
  vcenter: Vcenter,
  vmCid: string,
  ref: Ref<'VirtualMachine'>,
  disks: readonly PersistentDisk[],
): Promise<void> {
  if (disks.length > 0) {
    const names = disks.map(({ name }) => `'${name}'`).join(', ');
    const spec = detachSpec(disks, (one) => isRenamed(vcenter, one));
    await doing(`taking disks ${names} off VM '${vmCid}'`, () => vcenter.vim.run('ReconfigVM_Task', ref, { spec }));
    if (!disks.some((one) => isRenamed(vcenter, one))) return;
  }
  await settle(vcenter, vmCid, ref, (await readDisksOf(vcenter, vmCid, ref)).stranded);
}

/** Puts the files of records without a disk back to their names, and drops the records. */
export async function settle(vcenter: Vcenter, vmCid: string, ref: Ref<'VirtualMachine'>, stranded: readonly Stranded[]): Promise<void> {
  for (const one of stranded) {
    await putBack(vcenter, one);
    const spec = { vAppConfig: { property: [forgetSpec(one.key)] } };
    await doing(`forgetting disk '${one.name}' on VM '${vmCid}'`, () => vcenter.vim.run('ReconfigVM_Task', ref, { spec }));
  }
}

async function putBack(vcenter: Vcenter, { name, path }: Stranded): Promise<void> {
  const { datastore } = parseDatastorePath(path);
  if (path === diskPath(vcenter, { name: datastore }, name)) return;
  const home = (await readDatastores(vcenter)).find((one) => one.name === datastore);
  if (home === undefined) throw cpiError('CloudError', `the datastore of disk '${name}', '${datastore}', is gone`);
  try {
    await moveDisk(vcenter, { name, path }, home);
  } catch (error) {
    const isGone = error instanceof Error && VSphereFault.is(error.cause, 'FileNotFound');
    if (!isGone || (await searchDatastore(vcenter, home, name)) === undefined) throw error;
  }
}

function isRenamed(vcenter: Vcenter, { disk, name }: PersistentDisk): boolean {
  const fileName = backingOf(disk)?.fileName;
  return fileName !== undefined && fileName !== diskPath(vcenter, { name: parseDatastorePath(fileName).datastore }, name);
}
