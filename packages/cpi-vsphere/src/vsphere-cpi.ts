import type { World } from '@bosh6/base';
import type { CallContext, Cpi, DiskCid } from '@bosh6/cpi-protocol';
import { attachDisk } from './disk/attach-disk.js';
import { createDisk } from './disk/create-disk.js';
import { deleteDisk } from './disk/delete-disk.js';
import { detachDisk } from './disk/detach-disk.js';
import { findDisk, requireDisk } from './disk/find-disk.js';
import { resizeDisk } from './disk/resize-disk.js';
import { deleteSnapshot, snapshotDisk } from './disk/snapshot-disk.js';
import { updateDisk } from './disk/update-disk.js';
import { readVmDisks } from './disk/vm-disks.js';
import { findVm, requireVm } from './inventory/find-vm.js';
import type { VsphereProperties } from './properties/global-properties.js';
import { createStemcell } from './stemcell/create-stemcell.js';
import { deleteStemcell } from './stemcell/delete-stemcell.js';
import { undoCreate } from './undo/undo-create.js';
import { connectionTo, type Vcenter } from './vcenter.js';
import { createVm, creatingVm } from './vm/create-vm.js';
import { destroyVm } from './vm/destroy-vm.js';
import { rebootVm } from './vm/reboot-vm.js';
import { setVmMetadata } from './vm/set-vm-metadata.js';

export const stemcellFormats = ['vsphere-ovf', 'vsphere-ova'];

/** The Cpi on vSphere; keeps no state of its own but its session. The first call that needs vCenter logs in, `close` logs out. */
export function createVsphereCpi(properties: VsphereProperties, world?: World): Cpi & { close(): Promise<void> } {
  const connection = connectionTo(properties, world);
  const on = async <T>({ log }: CallContext, work: (vcenter: Vcenter) => Promise<T>): Promise<T> => {
    const vcenter = await connection.open(log);
    try {
      return await work(vcenter);
    } catch (error) {
      // a folder or network that was remembered may be another by now
      vcenter.known.clear();
      throw error;
    }
  };
  return {
    async info() {
      return { stemcell_formats: stemcellFormats, api_version: 3, capabilities: { idempotent_requests: true, undo_create: true } };
    },
    createStemcell: (image, cloudProperties, _env, context) =>
      on(context, (vcenter) => createStemcell(vcenter, image, cloudProperties, context)),
    deleteStemcell: (cid, context) => on(context, (vcenter) => deleteStemcell(vcenter, cid, context.directorUuid)),
    createVm: (request, context) =>
      creatingVm(
        request,
        on(context, (vcenter) => createVm(vcenter, request, context)),
      ),
    deleteVm: (cid, context) =>
      on(context, async (vcenter) => destroyVm(vcenter, cid, await requireVm(vcenter, cid, context.directorUuid))),
    hasVm: (cid, context) => on(context, async (vcenter) => (await findVm(vcenter, cid, context.directorUuid)) !== undefined),
    rebootVm: (cid, context) => on(context, (vcenter) => rebootVm(vcenter, cid, context.directorUuid)),
    setVmMetadata: (cid, metadata, context) => on(context, (vcenter) => setVmMetadata(vcenter, cid, metadata, context.directorUuid)),
    async calculateVmCloudProperties({ cpu, ram, ephemeral_disk_size: disk }) {
      return { cpu, ram, disk };
    },
    createDisk: (size, cloudProperties, vm, context) => on(context, (vcenter) => createDisk(vcenter, size, cloudProperties, vm, context)),
    deleteDisk: (cid, context) => on(context, (vcenter) => deleteDisk(vcenter, cid)),
    hasDisk: (cid, context) => on(context, async (vcenter) => (await findDisk(vcenter, cid)) !== undefined),
    attachDisk: (vm, disk, context) => on(context, (vcenter) => attachDisk(vcenter, vm, disk, context.directorUuid)),
    detachDisk: (vm, disk, context) => on(context, (vcenter) => detachDisk(vcenter, vm, disk, context.directorUuid)),
    getDisks: (vm, context) =>
      on(context, async (vcenter) => (await readVmDisks(vcenter, vm, context.directorUuid)).persistent.map((one) => one.cid as DiskCid)),
    resizeDisk: (cid, size, context) => on(context, (vcenter) => resizeDisk(vcenter, cid, size)),
    updateDisk: (cid, size, cloudProperties, context) => on(context, (vcenter) => updateDisk(vcenter, cid, size, cloudProperties)),
    setDiskMetadata: (cid, _metadata, context) => on(context, async (vcenter) => void (await requireDisk(vcenter, cid))),
    snapshotDisk: (cid, _metadata, context) => on(context, (vcenter) => snapshotDisk(vcenter, cid, context)),
    deleteSnapshot: (cid, context) => on(context, (vcenter) => deleteSnapshot(vcenter, cid)),
    undoCreate: (method, requestId, context) => on(context, (vcenter) => undoCreate(vcenter, method, requestId, context)),
    close: () => connection.close(),
  };
}
