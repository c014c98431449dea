import { CodedError, type JsonObject } from '@bosh6/base';
import {
  type CallContext,
  type Cpi,
  type CpiNetworks,
  cpiError,
  type DiskCid,
  isCpiErrorCode,
  type SnapshotCid,
  type StemcellCid,
  type VmCid,
} from '@bosh6/cpi-protocol';
import { connectLab, type LabClient } from '@bosh6/lab';
import { z } from 'zod';
import { vmSettings } from './vm-settings.js';

export const localCpiPropertiesSchema = z.object({
  /** The lab's Unix socket. */
  socket: z.string().min(1),
  /** Merged into every VM's settings; what create_vm's env says wins in the agent. */
  agent: z
    .object({
      mbus: z.string().exactOptional(),
      blobstore: z.record(z.string(), z.json()).exactOptional(),
      ntp: z.array(z.string()).exactOptional(),
    })
    .exactOptional(),
});
export type LocalCpiProperties = z.output<typeof localCpiPropertiesSchema>;

/** The only images that a lab's VMs are made of: they name a tree, the lab builds it. */
export const stemcellFormats = ['bosh6-lab-light'];

/** The Cpi on a lab; keeps no state of its own. The first call connects. */
export function createLocalCpi(properties: LocalCpiProperties): Cpi & { close(): void } {
  let client: Promise<LabClient> | undefined;
  const ask = async <T>(work: (lab: LabClient) => Promise<T>): Promise<T> => {
    client ??= connectLab({ socket: properties.socket });
    try {
      return await work(await client);
    } catch (error) {
      // a lab that was away may be back at the next call
      if (CodedError.is(error, 'LabNotRunning')) client = undefined;
      throw asCpiError(error);
    }
  };
  const once = ({ requestId }: CallContext): { requestId: string } => ({ requestId });
  return {
    async info() {
      const capabilities = { idempotent_requests: true, vm_diagnostics: true, inventory: true };
      return { stemcell_formats: stemcellFormats, api_version: 2, capabilities };
    },
    createStemcell: (imagePath, cloudProperties, _env, context) =>
      ask(async (lab) => (await lab.createStemcell({ imagePath, cloudProperties }, once(context))) as StemcellCid),
    deleteStemcell: (cid) => ask((lab) => lab.deleteStemcell(cid)),
    createVm: (request, context) =>
      ask(async (lab) => {
        const { stemcellCid, cloudProperties } = request;
        const networks = request.networks as Record<string, JsonObject>;
        const settings = vmSettings(request, properties);
        const created = await lab.createVm({ stemcell: stemcellCid, networks, settings, cloudProperties }, once(context));
        return { cid: created.cid as VmCid, networks: created.networks as CpiNetworks };
      }),
    deleteVm: (cid, context) => ask((lab) => lab.deleteVm(cid, once(context))),
    hasVm: (cid) => ask((lab) => lab.hasVm(cid)),
    rebootVm: (cid, context) => ask((lab) => lab.rebootVm(cid, once(context))),
    setVmMetadata: (cid, metadata) => ask((lab) => lab.setVmMetadata(cid, metadata)),
    async calculateVmCloudProperties({ cpu, ram, ephemeral_disk_size }) {
      return { cpu, ram, ephemeral_disk_size };
    },
    createDisk: (sizeMib, cloudProperties, _vm, context) =>
      ask(async (lab) => (await lab.createDisk({ sizeMib, cloudProperties }, once(context))) as DiskCid),
    deleteDisk: (cid, context) => ask((lab) => lab.deleteDisk(cid, once(context))),
    hasDisk: (cid) => ask((lab) => lab.hasDisk(cid)),
    attachDisk: (vm, disk) => ask((lab) => lab.attachDisk(vm, disk)),
    detachDisk: (vm, disk, context) => ask((lab) => lab.detachDisk(vm, disk, once(context))),
    getDisks: (vm) => ask(async (lab) => (await lab.getDisks(vm)) as DiskCid[]),
    resizeDisk: (cid, sizeMib) => ask((lab) => lab.resizeDisk(cid, sizeMib)),
    setDiskMetadata: (cid, metadata) => ask((lab) => lab.setDiskMetadata(cid, metadata)),
    snapshotDisk: (cid, metadata, context) => ask(async (lab) => (await lab.snapshotDisk(cid, metadata, once(context))) as SnapshotCid),
    deleteSnapshot: (cid, context) => ask((lab) => lab.deleteSnapshot(cid, once(context))),
    vmDiagnostics: (cid) => ask((lab) => lab.diagnoseVm(cid)),
    inventory: () =>
      ask(async (lab) => {
        const { vms, disks } = await lab.status();
        return {
          vms: vms.map((vm) => ({ cid: vm.cid as VmCid, disks: vm.disks as DiskCid[] })),
          disks: disks.map(({ cid }) => cid as DiskCid),
        };
      }),
    close: () => void client?.then((lab) => lab.close()).catch(() => undefined),
  };
}

/** The lab uses the protocol's codes; a lab that cannot be asked is a failure of the cloud that may pass. */
function asCpiError(error: unknown): CodedError {
  if (CodedError.is(error) && isCpiErrorCode(error.code)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const hint = CodedError.is(error) && error.hint !== undefined ? { hint: error.hint } : {};
  return cpiError('CloudError', message, { cause: error, ...hint });
}
