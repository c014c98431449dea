import type { Json, JsonObject } from '@bosh6/base';

/** A place in the lab: one of the fixed ones, or a VM's cid. */
export type LabPlace = 'director' | 'workstation' | 'internet' | 'router' | (string & {});

export interface CreateVmParams {
  stemcell: string;
  /** create_vm's networks; each gets its `mac`. */
  networks: Record<string, JsonObject>;
  /** The agent's settings; the lab adds `vm`, `networks` and `disks`, and writes them for the VM. */
  settings: JsonObject;
  cloudProperties: JsonObject;
  /** Host name until the agent sets its own. */
  hostname?: string;
}

export interface VmStatus {
  cid: string;
  state: 'running' | 'stopped';
  /** Process id of the VM's init on the host. */
  pid?: number;
  stemcell: string;
  directory: string;
  networks: Record<string, JsonObject>;
  metadata: JsonObject;
  disks: string[];
  createdAt: string;
}

export interface DiskStatus {
  cid: string;
  sizeMib: number;
  cloudProperties: JsonObject;
  metadata: JsonObject;
  /** The VM that it is attached to. */
  vm?: string;
}

export interface NetworkStatus {
  name: string;
  bridge: string;
  gateways: string[];
}

export interface ServiceStatus {
  name: string;
  where: string;
  /** On the host. */
  pid: number;
  state: 'running' | 'exited';
  exit?: { code: number | null; signal: string | null };
}

export interface PlaceStatus {
  name: string;
  /** Process id on the host of a process that lives there. */
  pid: number;
  addresses: string[];
  env: Record<string, string>;
}

export interface LabStatus {
  name: string;
  stateDir: string;
  socket: string;
  /** Process id of the lab on the host. */
  pid: number;
  startedAt: string;
  places: PlaceStatus[];
  networks: NetworkStatus[];
  vms: VmStatus[];
  disks: DiskStatus[];
  stemcells: string[];
  services: ServiceStatus[];
  forwards: ForwardStatus[];
}

export interface ForwardStatus {
  port: number;
  to: { address: string; port: number };
}

export interface ServiceRequest {
  name: string;
  where: LabPlace;
  argv: string[];
  env?: Record<string, string>;
  cwd?: string;
  /** Both outputs are appended here. */
  logFile: string;
}

export interface StartedService {
  pid: number;
  /** The service's first line of output that is a JSON object with `ready: true`. */
  ready: JsonObject;
}

export interface Diagnostics {
  running: boolean;
  bootstrapError?: Json;
  agentLog: string[];
}

export interface CallOptions {
  /** A repeated call with the same id (and method) answers with the first result. */
  requestId?: string;
}
