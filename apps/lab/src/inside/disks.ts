import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '@bosh6/base';
import type { DiskStatus } from '@bosh6/lab';
import { fail } from '../errors.js';
import { run } from '../run.js';
import type { DiskRecord, StateStore } from './state.js';
import { disksInVm, type Vms } from './vms.js';

/** Persistent disks: directories that move between the lab and the VM that they are attached to. */
export class Disks {
  readonly #store: StateStore;
  readonly #vms: Vms;

  constructor(store: StateStore, vms: Vms) {
    this.#store = store;
    this.#vms = vms;
  }

  async create(sizeMib: number, cloudProperties: JsonObject): Promise<string> {
    const cid = `disk-${randomUUID()}`;
    await mkdir(this.#store.path('disks', cid), { mode: 0o700 });
    this.#store.state.disks[cid] = { cid, sizeMib, cloudProperties, metadata: {} };
    await this.#store.save();
    return cid;
  }

  async delete(cid: string): Promise<void> {
    const disk = this.get(cid);
    if (disk.vm !== undefined) throw fail('CloudError', `disk '${cid}' is attached to VM '${disk.vm}'`);
    delete this.#store.state.disks[cid];
    await rm(this.#path(disk), { recursive: true, force: true });
    await this.#store.save();
  }

  has(cid: string): boolean {
    return Object.hasOwn(this.#store.state.disks, cid);
  }

  /** Attached to this VM already: answers as the first time. */
  async attach(vmCid: string, cid: string): Promise<{ path: string }> {
    const vm = this.#vms.get(vmCid);
    const disk = this.get(cid);
    const hint = { path: path.posix.join(disksInVm, cid) };
    if (disk.vm === vmCid) return hint;
    if (disk.vm !== undefined) throw fail('CloudError', `disk '${cid}' is attached to VM '${disk.vm}'`);
    const from = this.#path(disk);
    disk.vm = vmCid;
    vm.disks.push(cid);
    await rename(from, this.#path(disk));
    await this.#vms.changeSettings(vmCid, (settings) => {
      const disks = settings.disks as { persistent: JsonObject };
      disks.persistent[cid] = hint;
    });
    await this.#store.save();
    return hint;
  }

  async detach(vmCid: string, cid: string): Promise<void> {
    const vm = this.#vms.get(vmCid);
    const disk = this.get(cid);
    if (disk.vm !== vmCid) throw fail('DiskNotAttached', `disk '${cid}' is not attached to VM '${vmCid}'`);
    const from = this.#path(disk);
    delete disk.vm;
    vm.disks = vm.disks.filter((other) => other !== cid);
    await rename(from, this.#path(disk));
    await this.#vms.changeSettings(vmCid, (settings) => {
      delete (settings.disks as { persistent: JsonObject }).persistent[cid];
    });
    await this.#store.save();
  }

  async resize(cid: string, sizeMib: number): Promise<void> {
    const disk = this.get(cid);
    if (disk.vm !== undefined) throw fail('CloudError', `disk '${cid}' is attached to VM '${disk.vm}'`);
    if (sizeMib < disk.sizeMib) throw fail('NotSupported', `disk '${cid}' has ${disk.sizeMib} MiB and cannot shrink to ${sizeMib}`);
    disk.sizeMib = sizeMib;
    await this.#store.save();
  }

  async setMetadata(cid: string, metadata: JsonObject): Promise<void> {
    Object.assign(this.get(cid).metadata, metadata);
    await this.#store.save();
  }

  /** A copy of the disk as it is; taken while it is attached it is what a power failure would leave. */
  async snapshot(cid: string, metadata: JsonObject): Promise<string> {
    const disk = this.get(cid);
    const snapshot = `snapshot-${randomUUID()}`;
    await run(['cp', '-a', '--reflink=auto', '--', this.#path(disk), this.#store.path('snapshots', snapshot)]);
    this.#store.state.snapshots[snapshot] = { disk: cid, metadata };
    await this.#store.save();
    return snapshot;
  }

  async deleteSnapshot(cid: string): Promise<void> {
    if (!Object.hasOwn(this.#store.state.snapshots, cid)) throw fail('DiskNotFound', `there is no snapshot '${cid}'`);
    delete this.#store.state.snapshots[cid];
    await rm(this.#store.path('snapshots', cid), { recursive: true, force: true });
    await this.#store.save();
  }

  get(cid: string): DiskRecord {
    const disk = this.has(cid) ? this.#store.state.disks[cid] : undefined;
    if (disk === undefined) throw fail('DiskNotFound', `there is no disk '${cid}'`);
    return disk;
  }

  status(): DiskStatus[] {
    return Object.values(this.#store.state.disks);
  }

  #path(disk: DiskRecord): string {
    return disk.vm === undefined ? this.#store.path('disks', disk.cid) : this.#vms.directory(disk.vm, 'disks', disk.cid);
  }
}
