import type { Json, JsonObject } from '@bosh6/base';
import type { AgentId, DiskCid, SnapshotCid, StemcellCid, VmCid } from './ids.js';

/** What travels beside every call. */
export interface CallContext {
  /** New per call, and the same when a call is repeated. Ids of the form `cpi-` + 6 digits (a stock Director's) are not unique and never answered from memory. */
  requestId: string;
  directorUuid: string;
  vm?: { stemcell: { api_version: number } };
  /** One line for the task's CPI log; never a secret. */
  log(line: string): void;
}

/** Optional abilities beyond the protocol; stock peers never notice them. */
export interface CpiCapabilities {
  /** A repeated call with the same request id answers with the first result. */
  idempotent_requests?: boolean;
  /** `undo_create` deletes what a create call made that had no answer. */
  undo_create?: boolean;
  /** `vm_diagnostics` tells why a VM never reached the bus. */
  vm_diagnostics?: boolean;
  /** `inventory` lists every VM and disk that there is. */
  inventory?: boolean;
}

/** Calls that make a thing, by their wire names. */
export const createMethods = ['create_stemcell', 'create_vm', 'create_disk', 'snapshot_disk'] as const;
export type CreateMethod = (typeof createMethods)[number];

export interface CpiInfo {
  stemcell_formats: string[];
  api_version: number;
  capabilities?: CpiCapabilities;
}

/** One network of create_vm in the settings' own shape (networking reference, section 5); unknown keys travel on. */
export interface CpiNetwork {
  type?: string | undefined;
  ip?: string | undefined;
  prefix?: string | undefined;
  netmask?: string | undefined;
  gateway?: string | undefined;
  dns?: string[] | undefined;
  default?: string[] | undefined;
  nic_group?: string | undefined;
  cloud_properties?: JsonObject | undefined;
  mac?: string | undefined;
  [key: string]: Json | undefined;
}

/** Keyed by BOSH network name. */
export type CpiNetworks = Record<string, CpiNetwork>;

export interface CreateVmRequest {
  agentId: AgentId;
  stemcellCid: StemcellCid;
  cloudProperties: JsonObject;
  networks: CpiNetworks;
  /** Hints for placement; nothing is attached. */
  diskCids: DiskCid[];
  /** Reaches the agent unchanged. */
  env: JsonObject;
}

export interface CreatedVm {
  cid: VmCid;
  /** The networks as the VM got them, with `mac`. */
  networks: CpiNetworks;
}

/** How the agent finds a disk: a path, or fields such as `{path}` or `{volume_id}`. */
export type DiskHint = string | Record<string, string>;

/** What an infrastructure has, whoever made it. */
export interface Inventory {
  /** Each with the persistent disks that are attached to it. */
  vms: { cid: VmCid; disks: DiskCid[] }[];
  /** Persistent disks, attached or not. */
  disks: DiskCid[];
}

export interface VmDiagnostics {
  running: boolean;
  /** What the agent wrote about why it cannot reach the bus (`/var/vcap/bosh/bootstrap-error.json`). */
  bootstrapError?: Json;
  /** Last lines of the agent's log, oldest first. */
  agentLog: string[];
}

/**
 * One method per CPI method. Failures are CodedErrors of this package's registry: a VM that is not there is `VMNotFound`, a disk `DiskNotFound`.
 * A method that a CPI lacks throws `NotImplemented`. Ids come back exactly as given out.
 */
export interface Cpi {
  info(context: CallContext): Promise<CpiInfo>;
  /** `imagePath` is readable only during the call. `env` carries `{tags}` from API version 3 on. */
  createStemcell(imagePath: string, cloudProperties: JsonObject, env: JsonObject | undefined, context: CallContext): Promise<StemcellCid>;
  deleteStemcell(cid: StemcellCid, context: CallContext): Promise<void>;
  /** Resolves when the VM runs, not when its agent answers. Leaves nothing behind when it fails. */
  createVm(request: CreateVmRequest, context: CallContext): Promise<CreatedVm>;
  /** The VM's persistent disks stay. */
  deleteVm(cid: VmCid, context: CallContext): Promise<void>;
  hasVm(cid: VmCid, context: CallContext): Promise<boolean>;
  /** Same disks, same NICs, same file system. */
  rebootVm(cid: VmCid, context: CallContext): Promise<void>;
  setVmMetadata(cid: VmCid, metadata: JsonObject, context: CallContext): Promise<void>;
  calculateVmCloudProperties(desired: { cpu: number; ram: number; ephemeral_disk_size: number }, context: CallContext): Promise<JsonObject>;
  createDisk(sizeMib: number, cloudProperties: JsonObject, vmCid: VmCid | undefined, context: CallContext): Promise<DiskCid>;
  deleteDisk(cid: DiskCid, context: CallContext): Promise<void>;
  hasDisk(cid: DiskCid, context: CallContext): Promise<boolean>;
  attachDisk(vmCid: VmCid, diskCid: DiskCid, context: CallContext): Promise<DiskHint>;
  detachDisk(vmCid: VmCid, diskCid: DiskCid, context: CallContext): Promise<void>;
  getDisks(vmCid: VmCid, context: CallContext): Promise<DiskCid[]>;
  resizeDisk(cid: DiskCid, sizeMib: number, context: CallContext): Promise<void>;
  /** The new cid when the disk was replaced. */
  updateDisk?(cid: DiskCid, sizeMib: number, cloudProperties: JsonObject, context: CallContext): Promise<DiskCid | undefined>;
  setDiskMetadata(cid: DiskCid, metadata: JsonObject, context: CallContext): Promise<void>;
  snapshotDisk(cid: DiskCid, metadata: JsonObject, context: CallContext): Promise<SnapshotCid>;
  deleteSnapshot(cid: SnapshotCid, context: CallContext): Promise<void>;
  /**
   * Only with the capability `undo_create`: deletes what the call of that method with that request id made, whole or half, when its caller died or could not
   * reach the infrastructure any more. Nothing of it is fine; what other calls made stays. The call itself must have ended; what it asked of the infrastructure and
   * that is still under way is waited for. Throws NotSupported for ids that are not unique.
   */
  undoCreate?(method: CreateMethod, requestId: string, context: CallContext): Promise<void>;
  /** Only with the capability `vm_diagnostics`. */
  vmDiagnostics?(cid: VmCid, context: CallContext): Promise<VmDiagnostics>;
  /** Only with the capability `inventory`. */
  inventory?(context: CallContext): Promise<Inventory>;
}
