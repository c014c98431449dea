import type { JsonObject } from '@bosh6/base';
import type { EnterOptions, LabExecOptions, LabProcess } from './enter.js';
import type {
  CallOptions,
  CreateVmParams,
  Diagnostics,
  ForwardStatus,
  LabPlace,
  LabStatus,
  ServiceRequest,
  StartedService,
} from './types.js';

/** Everything that can be asked of a running lab. A broken connection rejects with `LabNotRunning`. */
export interface LabClient {
  readonly socket: string;
  status(): Promise<LabStatus>;
  createStemcell(params: { imagePath: string; cloudProperties: JsonObject }, options?: CallOptions): Promise<string>;
  deleteStemcell(cid: string): Promise<void>;
  createVm(params: CreateVmParams, options?: CallOptions): Promise<{ cid: string; networks: Record<string, JsonObject> }>;
  deleteVm(cid: string, options?: CallOptions): Promise<void>;
  hasVm(cid: string): Promise<boolean>;
  rebootVm(cid: string, options?: CallOptions): Promise<void>;
  setVmMetadata(cid: string, metadata: JsonObject): Promise<void>;
  diagnoseVm(cid: string): Promise<Diagnostics>;
  createDisk(params: { sizeMib: number; cloudProperties: JsonObject }, options?: CallOptions): Promise<string>;
  deleteDisk(cid: string, options?: CallOptions): Promise<void>;
  hasDisk(cid: string): Promise<boolean>;
  attachDisk(vm: string, disk: string): Promise<{ path: string }>;
  detachDisk(vm: string, disk: string, options?: CallOptions): Promise<void>;
  getDisks(vm: string): Promise<string[]>;
  resizeDisk(cid: string, sizeMib: number): Promise<void>;
  setDiskMetadata(cid: string, metadata: JsonObject): Promise<void>;
  snapshotDisk(cid: string, metadata: JsonObject, options?: CallOptions): Promise<string>;
  deleteSnapshot(cid: string, options?: CallOptions): Promise<void>;
  /** Listens on the host's 127.0.0.1 and [::1] and leads each connection to an address of the lab. Port 0: any free one. */
  forward(params: { port: number; to: { address: string; port: number } }): Promise<ForwardStatus>;
  /** Replaces what the lab's DNS servers answer. */
  setNames(names: Record<string, string[]>): Promise<void>;
  /** Runs a process inside the lab that dies with it, and waits for its `{"ready":true,...}` line. Same name and still running: answers as before. */
  startService(request: ServiceRequest): Promise<StartedService>;
  /** SIGTERM, after `graceMs` (10 s) SIGKILL. Resolves when it has ended; no such service is fine. */
  stopService(name: string, options?: { graceMs?: number }): Promise<void>;
  /** The argv to put before a command that shall run in a place; for callers that spawn themselves, with a terminal for instance. */
  enterArgv(where: LabPlace, options?: EnterOptions): Promise<string[]>;
  /** Runs a command in a place, as a child of the caller. */
  exec(where: LabPlace, argv: string[], options?: LabExecOptions): Promise<LabProcess>;
  /** Ends every VM and service and the lab itself; with `purge` its disks and stemcells go too. */
  stop(options?: { purge?: boolean }): Promise<void>;
  /** Closes the connection; the lab goes on. */
  close(): void;
}
