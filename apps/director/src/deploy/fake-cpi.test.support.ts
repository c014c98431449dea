import type { JsonObject } from '@bosh6/base';
import {
  type CallContext,
  type Cpi,
  type CpiInfo,
  type CreateVmRequest,
  cpiError,
  type DiskCid,
  type SnapshotCid,
  type StemcellCid,
  type VmCid,
} from '@bosh6/cpi-protocol';
import type { Blobstore } from '../blobs/blobstore.js';
import { type AgentBehaviour, FakeAgent } from './fake-agent.test.support.js';
import type { FakeBus } from './fake-bus.test.support.js';

export interface FakeVm {
  request: CreateVmRequest;
  agent: FakeAgent;
  disks: Set<string>;
}

/** An infrastructure in memory, only for tests: VMs are fake agents on the bus, disks are names. Repeats answer with the first result. */
export class FakeCpi implements Cpi {
  readonly vms = new Map<string, FakeVm>();
  readonly disks = new Set<string>();
  /** To the disk that each is of. */
  readonly snapshots = new Map<string, string>();
  /** What was last told of each VM. */
  readonly metadata = new Map<string, JsonObject>();
  canSnapshot = true;
  readonly calls: string[] = [];
  /** VMs made from now on behave so. */
  behaviour: AgentBehaviour = {};
  /** Compilation VMs too, unless said here. */
  compilation: AgentBehaviour = {};
  /** Has the capability `inventory`. */
  lists = true;
  /** Has the capability `vm_diagnostics`. */
  diagnoses = false;
  failCreateVm: string | undefined;
  /** So many calls of create_vm fail with `ok_to_retry` first. */
  failFirst = 0;
  /** delete_vm fails with it. */
  failDeleteVm: string | undefined;
  /** Instances' VMs are made once it is over. */
  gate: Promise<void> | undefined;
  readonly #answered = new Map<string, string>();
  readonly #off = new Set<string>();
  #counter = 0;

  constructor(
    private readonly bus: FakeBus,
    private readonly blobs: Blobstore,
    /** Before every name that it gives. */
    private readonly prefix = '',
  ) {}

  async info(): Promise<CpiInfo> {
    const capabilities = { idempotent_requests: true, inventory: this.lists, vm_diagnostics: this.diagnoses };
    return { stemcell_formats: ['fake'], api_version: 2, capabilities };
  }
  async createStemcell(): Promise<StemcellCid> {
    return 'stemcell' as StemcellCid;
  }
  async deleteStemcell(): Promise<void> {}
  async createVm(request: CreateVmRequest, { requestId }: CallContext) {
    this.calls.push('create_vm');
    const before = this.#answered.get(requestId);
    if (before !== undefined) return { cid: before as VmCid, networks: request.networks };
    if (this.failFirst > 0) {
      this.failFirst -= 1;
      throw cpiError('VMCreationFailed', 'busy', { okToRetry: true });
    }
    const isCompilation = JSON.stringify(request.env).includes('-compilation-');
    if (!isCompilation) await this.gate;
    if (this.failCreateVm !== undefined && !isCompilation) throw cpiError('VMCreationFailed', this.failCreateVm);
    const cid = this.#name('vm') as VmCid;
    const agent = new FakeAgent(request.agentId, this.bus, this.blobs, isCompilation ? this.compilation : this.behaviour);
    this.vms.set(cid, { request, agent, disks: new Set() });
    this.#answered.set(requestId, cid);
    return { cid, networks: request.networks };
  }
  async deleteVm(cid: VmCid): Promise<void> {
    this.calls.push('delete_vm');
    const vm = this.#vm(cid);
    if (this.failDeleteVm !== undefined) throw cpiError('CloudError', this.failDeleteVm);
    vm.agent.end();
    this.vms.delete(cid);
  }
  /** As if the VM had never been: nobody asked for it. */
  lose(cid: string): void {
    this.#vm(cid).agent.end();
    this.vms.delete(cid);
  }
  async hasVm(cid: VmCid): Promise<boolean> {
    return this.vms.has(cid);
  }
  /** As if the VM's power failed. */
  switchOff(cid: string): void {
    this.#vm(cid).agent.end();
    this.#off.add(cid);
  }
  async vmDiagnostics(cid: VmCid) {
    this.#vm(cid);
    return { running: !this.#off.has(cid), agentLog: [] };
  }
  async rebootVm(cid: VmCid): Promise<void> {
    this.calls.push('reboot_vm');
    this.onReboot?.(cid);
  }
  onReboot: ((cid: VmCid) => void) | undefined;
  async setVmMetadata(cid: VmCid, metadata: JsonObject): Promise<void> {
    this.metadata.set(cid, metadata);
  }
  async calculateVmCloudProperties() {
    return {};
  }
  async createDisk(_sizeMib?: number, _cloudProperties?: object, _near?: VmCid, context?: CallContext): Promise<DiskCid> {
    this.calls.push('create_disk');
    const before = context && this.#answered.get(context.requestId);
    if (before !== undefined) return before as DiskCid;
    const cid = this.#name('disk') as DiskCid;
    this.disks.add(cid);
    if (context) this.#answered.set(context.requestId, cid);
    return cid;
  }
  async deleteDisk(cid: DiskCid): Promise<void> {
    if (!this.disks.delete(cid)) throw cpiError('DiskNotFound', cid);
  }
  async hasDisk(cid: DiskCid): Promise<boolean> {
    return this.disks.has(cid);
  }
  async attachDisk(vm: VmCid, disk: DiskCid): Promise<string> {
    this.calls.push('attach_disk');
    this.#vm(vm).disks.add(disk);
    return `/dev/${disk}`;
  }
  async detachDisk(vm: VmCid, disk: DiskCid): Promise<void> {
    this.calls.push('detach_disk');
    const { disks } = this.#vm(vm);
    if (!this.disks.has(disk)) throw cpiError('DiskNotFound', disk);
    if (!disks.delete(disk)) throw cpiError('DiskNotAttached', disk);
  }
  async getDisks(vm: VmCid): Promise<DiskCid[]> {
    return [...this.#vm(vm).disks] as DiskCid[];
  }
  async inventory() {
    const vms = [...this.vms].map(([cid, { disks }]) => ({ cid: cid as VmCid, disks: [...disks] as DiskCid[] }));
    return { vms, disks: [...this.disks] as DiskCid[] };
  }
  async resizeDisk(): Promise<void> {}
  async setDiskMetadata(): Promise<void> {
    throw cpiError('NotImplemented', 'not here');
  }
  async snapshotDisk(disk: DiskCid, _metadata: object, { requestId }: CallContext): Promise<SnapshotCid> {
    if (!this.canSnapshot) throw cpiError('NotImplemented', 'not here');
    const before = this.#answered.get(requestId);
    if (before !== undefined) return before as SnapshotCid;
    if (!this.disks.has(disk)) throw cpiError('DiskNotFound', disk);
    const cid = this.#name('snapshot') as SnapshotCid;
    this.#answered.set(requestId, cid);
    this.snapshots.set(cid, disk);
    return cid;
  }
  async deleteSnapshot(cid: SnapshotCid): Promise<void> {
    this.snapshots.delete(cid);
  }

  #vm(cid: string): FakeVm {
    const vm = this.vms.get(cid);
    if (vm === undefined) throw cpiError('VMNotFound', cid);
    return vm;
  }
  #name(kind: string): string {
    this.#counter += 1;
    return `${this.prefix}${kind}-${this.#counter}`;
  }
}
