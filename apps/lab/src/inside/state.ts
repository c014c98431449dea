import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Json, JsonObject } from '@bosh6/base';
import type { VipRecord } from './vips.js';

export interface NicRecord {
  /** In the VM: eth0, eth1, ... */
  name: string;
  /** The lab's end of the veth pair. */
  peer: string;
  mac: string;
  bridge: string;
  /** BOSH networks that share it. */
  networks: string[];
  /** Commands for `ip` that give the VM what the lab chose for it, as DHCP would. */
  given: string[];
  /** Bytes, where the network asks for another than Ethernet's. */
  mtu?: number;
}

export interface VmRecord {
  cid: string;
  number: number;
  stemcell: string;
  hostname: string;
  networks: Record<string, JsonObject>;
  nics: NicRecord[];
  /** Delegated prefixes routed to the VM: 'PREFIX via ADDRESS dev BRIDGE', an IPv4 one too by the NIC's IPv6 link-local address (RFC 8950). */
  routes: string[];
  /** Whose MAC address the router knows without asking: 'ADDRESS lladdr MAC dev BRIDGE', for those routes. */
  neighbours: string[];
  vips: VipRecord[];
  metadata: JsonObject;
  disks: string[];
  createdAt: string;
}

export interface DiskRecord {
  cid: string;
  sizeMib: number;
  cloudProperties: JsonObject;
  metadata: JsonObject;
  vm?: string;
}

export interface State {
  nextVm: number;
  nextBridge: number;
  /** IaaS network -> number of its bridge; kept, so that a bridge keeps its MAC address. */
  networks: Record<string, { bridge: number }>;
  vms: Record<string, VmRecord>;
  disks: Record<string, DiskRecord>;
  snapshots: Record<string, { disk: string; metadata: JsonObject }>;
  stemcells: Record<string, { ownUsr: boolean }>;
  /** First results by request id, oldest first. */
  requests: Record<string, Json>;
}

const empty = (): State => ({ nextVm: 1, nextBridge: 0, networks: {}, vms: {}, disks: {}, snapshots: {}, stemcells: {}, requests: {} });

/** The lab's memory, one file. VMs of an earlier life are gone; disks, stemcells and the networks' numbers are not. */
export class StateStore {
  readonly stateDir: string;
  readonly state: State;
  #writing: Promise<void> | undefined;
  #again = false;

  constructor(stateDir: string) {
    this.stateDir = stateDir;
    this.state = { ...empty(), ...readState(this.path('state.json')) };
    for (const vm of Object.keys(this.state.vms)) this.#forgetVm(vm);
    for (const disk of Object.values(this.state.disks)) delete disk.vm;
    for (const name of ['vms', 'disks', 'snapshots', 'stemcells']) mkdirSync(this.path(name), { recursive: true, mode: 0o700 });
  }

  path(...parts: string[]): string {
    return path.join(this.stateDir, ...parts);
  }

  /** Resolves when what the state says now is on disk; calls in one burst share a write. */
  save(): Promise<void> {
    if (this.#writing !== undefined) {
      this.#again = true;
      return this.#writing;
    }
    this.#writing = this.#write().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async #write(): Promise<void> {
    do {
      this.#again = false;
      const draft = this.path('state.json.new');
      await writeFile(draft, JSON.stringify(this.state), { mode: 0o600 });
      await rename(draft, this.path('state.json'));
    } while (this.#again);
  }

  #forgetVm(cid: string): void {
    delete this.state.vms[cid];
    for (const [id, result] of Object.entries(this.state.requests))
      if (JSON.stringify(result).includes(cid)) delete this.state.requests[id];
  }
}

function readState(file: string): Partial<State> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<State>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
