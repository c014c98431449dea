import type { World } from '@bosh6/base';
import type { Cpi, DiskCid } from '@bosh6/cpi-protocol';
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
import { connectionTo } from './vcenter.js';
import { createVm } from './vm/create-vm.js';
import { destroyVm } from './vm/destroy-vm.js';
import { rebootVm } from './vm/reboot-vm.js';
import { setVmMetadata } from './vm/set-vm-metadata.js';

export const stemcellFormats = ['vsphere-ovf', 'vsphere-ova'];

/** The Cpi on vSphere; keeps no state of its own but its session. The first call that needs vCenter logs in, `close` logs out. */
export function createVsphereCpi(properties: VsphereProperties, world?: World): Cpi & { close(): Promise<void> } {
  const connection = connectionTo(properties, world);
  const { open } = connection;
  return {
    async info() {
      return { stemcell_formats: stemcellFormats, api_version: 3, capabilities: { idempotent_requests: true } };
    },
    createStemcell: async (image, cloudProperties, _env, context) => createStemcell(await open(), image, cloudProperties, context),
    deleteStemcell: async (cid, { directorUuid }) => deleteStemcell(await open(), cid, directorUuid),
    createVm: (request, context) => createVm(open, request, context),
    async deleteVm(cid, { directorUuid }) {
      const vcenter = await open();
      await destroyVm(vcenter, cid, await requireVm(vcenter, cid, directorUuid));
    },
    hasVm: async (cid, { directorUuid }) => (await findVm(await open(), cid, directorUuid)) !== undefined,
    rebootVm: async (cid, { directorUuid }) => rebootVm(await open(), cid, directorUuid),
    setVmMetadata: async (cid, metadata, { directorUuid }) => setVmMetadata(await open(), cid, metadata, directorUuid),
    async calculateVmCloudProperties({ cpu, ram, ephemeral_disk_size: disk }) {
      return { cpu, ram, disk };
    },
    createDisk: async (size, cloudProperties, vm, context) => createDisk(await open(), size, cloudProperties, vm, context),
    deleteDisk: async (cid) => deleteDisk(await open(), cid),
    hasDisk: async (cid) => (await findDisk(await open(), cid)) !== undefined,
    attachDisk: async (vm, disk, { directorUuid }) => attachDisk(await open(), vm, disk, directorUuid),
    detachDisk: async (vm, disk, { directorUuid }) => detachDisk(await open(), vm, disk, directorUuid),
    async getDisks(vm, { directorUuid }) {
      const { persistent } = await readVmDisks(await open(), vm, directorUuid);
      return persistent.map((one) => one.cid as DiskCid);
    },
    resizeDisk: async (cid, size) => resizeDisk(await open(), cid, size),
    updateDisk: async (cid, size, cloudProperties) => updateDisk(await open(), cid, size, cloudProperties),
    async setDiskMetadata(cid) {
      await requireDisk(await open(), cid);
    },
    snapshotDisk: async (cid, _metadata, context) => snapshotDisk(await open(), cid, context),
    deleteSnapshot: async (cid) => deleteSnapshot(await open(), cid),
    close: () => connection.close(),
  };
}
