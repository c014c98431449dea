import { cpiError, type DiskCid, type DiskHint, type VmCid } from '@bosh6/cpi-protocol';
import { type Ref, readProperties } from '@bosh6/vim25';
import { attachPersistentDisk } from '../devices/disk-specs.js';
import { backingOf, type Disk, disksOf, systemDiskOf } from '../devices/hardware.js';
import { freeUnitNumber } from '../devices/unit-number.js';
import { parseDiskCid } from '../disk-cid.js';
import { doing } from '../faults/doing.js';
import { readDatastores } from '../inventory/read-datastores.js';
import { placeDisk } from '../placement/place-disk.js';
import type { Vcenter } from '../vcenter.js';
import { hasDiskUuids } from '../vm/extra-config.js';
import { recordSpec } from '../vm/persistent-disks.js';
import { type FoundDisk, requireDisk } from './find-disk.js';
import { moveDisk } from './move-disk.js';
import { settle } from './take-off.js';
import { readVmDisks, type VmDisks } from './vm-disks.js';

/** attach_disk; a disk that the VM has already is attached. Where the VM's host cannot reach the disk, the disk is moved. */
export async function attachDisk(vcenter: Vcenter, vmCid: VmCid, diskCid: DiskCid, directorUuid: string): Promise<DiskHint> {
  const vm = await readVmDisks(vcenter, vmCid, directorUuid);
  // their keys may be given to another disk
  await settle(vcenter, vmCid, vm.ref, vm.stranded);
  const { name } = parseDiskCid(diskCid);
  const already = vm.persistent.find((one) => one.name === name);
  if (already !== undefined) {
    // an earlier call was killed before it wrote the record
    if (!already.recorded) await record(vcenter, vmCid, vm, already.disk, diskCid);
    return hintOf(vm, already.disk);
  }
  const disk = await withinReach(vcenter, vm, diskCid, await requireDisk(vcenter, diskCid));
  await doing(`attaching disk '${diskCid}' to VM '${vmCid}'`, () => attach(vcenter, vmCid, vm, disk));
  const after = await readVmDisks(vcenter, vmCid, directorUuid);
  const attached = disksOf(after.devices).find((one) => backingOf(one)?.fileName === disk.path);
  if (attached === undefined)
    throw cpiError('CloudError', `VM '${vmCid}' does not have disk '${diskCid}' after it was attached`, { okToRetry: true });
  await record(vcenter, vmCid, after, attached, diskCid);
  return hintOf(after, attached);
}

/** The record finds the disk after Storage vMotion renamed its file. Only now is the device's key known. */
async function record(vcenter: Vcenter, vmCid: VmCid, { ref }: VmDisks, disk: Disk, cid: DiskCid): Promise<void> {
  const property = [recordSpec(disk.key, cid, backingOf(disk)?.fileName ?? '')];
  await doing(`noting disk '${cid}' on VM '${vmCid}'`, () =>
    vcenter.vim.run('ReconfigVM_Task', ref, { spec: { vAppConfig: { property } } }),
  );
}

async function attach(vcenter: Vcenter, vmCid: VmCid, vm: VmDisks, disk: FoundDisk): Promise<void> {
  const system = systemDiskOf(vm.devices);
  if (system === undefined) throw cpiError('CloudError', `VM '${vmCid}' has no disk on a SCSI controller`);
  const { key: controllerKey, $type } = system.controller;
  const taken = disksOf(vm.devices).flatMap((one) => (one.controllerKey === controllerKey ? [one.unitNumber ?? 0] : []));
  const unitNumber = freeUnitNumber(taken, $type === 'ParaVirtualSCSIController' ? 64 : 16);
  if (unitNumber === undefined) throw cpiError('CloudError', `VM '${vmCid}' has ${taken.length} disks, as many as its controller takes`);
  const file = { key: -1, fileName: disk.path, datastore: disk.datastore.ref };
  await vcenter.vim.run('ReconfigVM_Task', vm.ref, { spec: { deviceChange: [attachPersistentDisk({ controllerKey, unitNumber }, file)] } });
}

/** The disk where its type and the VM's host allow it to be. */
async function withinReach(vcenter: Vcenter, vm: VmDisks, cid: DiskCid, disk: FoundDisk): Promise<FoundDisk> {
  const host = vm.host === undefined ? {} : await readProperties(vcenter.vim, 'HostSystem', vm.host as Ref<'HostSystem'>, ['datastore']);
  const near = new Set((host.datastore ?? []).map(({ value }) => value));
  const pattern = parseDiskCid(cid).datastores ?? vcenter.properties.datacenter.persistent_datastore_pattern;
  if (near.has(disk.datastore.ref.value) && pattern.test(disk.datastore.name)) return disk;
  const datastores = (await readDatastores(vcenter)).filter(({ ref }) => near.has(ref.value));
  const [target] = placeDisk(
    `disk '${cid}'`,
    disk.sizeMib ?? 0,
    (name) => pattern.test(name),
    datastores,
    () => Math.random(),
  );
  if (target === undefined) throw cpiError('NoDiskSpace', `no datastore for disk '${cid}'`);
  return moveDisk(vcenter, disk, target);
}

function hintOf({ extraConfig }: VmDisks, disk: Disk): DiskHint {
  const uuid = backingOf(disk)?.uuid;
  return hasDiskUuids(extraConfig) && uuid !== undefined ? { id: uuid.toLowerCase() } : String(disk.unitNumber ?? 0);
}
