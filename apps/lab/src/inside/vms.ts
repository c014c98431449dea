import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CodedError, type Json, type JsonObject } from '@bosh6/base';
import type { CreateVmParams, Diagnostics, LabConfig, VmStatus } from '@bosh6/lab';
import { fail, vmCreationFailed } from '../errors.js';
import { ipBatch, run } from '../run.js';
import { vmInit } from '../scripts/vm-init.js';
import { vmKeeper } from '../scripts/vm-keeper.js';
import { vmMount } from '../scripts/vm-mount.js';
import { agentCommand } from './agent-command.js';
import { type Holder, startHolder } from './holder.js';
import { mapSameIds } from './id-map.js';
import type { Networks } from './networks.js';
import type { StateStore, VmRecord } from './state.js';
import { makeVcap } from './stemcell-vcap.js';
import type { Stemcells } from './stemcells.js';
import { Vips } from './vips.js';
import { buildVmBase } from './vm-base.js';
import { readVmFile, writeVmFile } from './vm-files.js';
import { vmMounts } from './vm-mounts.js';
import { addressesIn, nicAlias, planNics } from './vm-networks.js';

/** Where a VM sees its disks, one directory each, named by cid. */
export const disksInVm = '/dev/bosh/disks';

const agentConfig = {
  Platform: {
    Linux: { BindMountPersistentDisk: true, SkipDiskSetup: true, UseDefaultTmpDir: true, DevicePathResolutionType: '', ServiceManager: '' },
  },
  Infrastructure: { Settings: { Sources: [{ Type: 'File', SettingsPath: '/var/vcap/bosh/settings-source.json' }] } },
};

const environment = { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', LANG: 'C.UTF-8' };

/** The VMs: namespaces, files, NICs, and the agent in them. */
export class Vms {
  readonly #store: StateStore;
  readonly #networks: Networks;
  readonly #stemcells: Stemcells;
  readonly #agent: LabConfig['agent'];
  readonly #vips = new Vips();
  readonly #running = new Map<string, Holder>();
  /** Addresses that VMs have, or are about to. */
  readonly #taken = new Set<string>();

  constructor(store: StateStore, networks: Networks, stemcells: Stemcells, agent: LabConfig['agent']) {
    this.#store = store;
    this.#networks = networks;
    this.#stemcells = stemcells;
    this.#agent = agent;
  }

  /** What every VM's first process needs: its scripts, files so that a process list stays readable, and where it makes the VM's root. */
  async prepare(): Promise<void> {
    await rm(this.#base, { recursive: true, force: true });
    await Promise.all([
      buildVmBase(this.#base),
      writeFile(this.#store.path('vm-init.sh'), vmInit),
      writeFile(this.#store.path('vm-mount.sh'), vmMount),
      // In a cgroup namespace of its own a VM's root could mount, and with the lab run by root also change, the cgroup that the lab is in.
      writeFile('/proc/sys/user/max_cgroup_namespaces', '0'),
    ]);
  }

  get #base(): string {
    return this.#store.path('vm-base');
  }

  async create(params: CreateVmParams): Promise<{ cid: string; networks: Record<string, JsonObject> }> {
    const { state } = this.#store;
    if (!Object.hasOwn(state.stemcells, params.stemcell)) throw vmCreationFailed(`there is no stemcell '${params.stemcell}'`, false);
    const cid = `vm-${randomUUID()}`;
    const number = state.nextVm++;
    const { networks, nics, routes, neighbours, vips } = await planNics(number, cid, params.networks, this.#networks, this.#taken);
    const hostname = params.hostname ?? cid.slice(0, 63);
    const createdAt = new Date().toISOString();
    const vm: VmRecord = {
      cid,
      number,
      stemcell: params.stemcell,
      hostname,
      networks,
      nics,
      routes,
      neighbours,
      vips,
      metadata: {},
      disks: [],
      createdAt,
    };
    try {
      await this.#makeDirectory(vm, {
        ...params.settings,
        vm: { name: cid },
        networks: networks as Json,
        disks: { system: '', persistent: {} },
      });
      await this.#boot(vm);
    } catch (cause) {
      await this.#tearDown(vm);
      if (CodedError.is(cause, 'VMCreationFailed')) throw cause;
      throw vmCreationFailed(`the VM could not be started: ${(cause as Error).message}`, true, { cause });
    }
    state.vms[cid] = vm;
    await this.#store.save();
    return { cid, networks };
  }

  /** Leaves the disks among the lab's disks. */
  async delete(cid: string): Promise<void> {
    const vm = this.get(cid);
    delete this.#store.state.vms[cid];
    await this.#tearDown(vm);
    for (const disk of vm.disks) delete this.#store.state.disks[disk]?.vm;
    await this.#store.save();
  }

  async reboot(cid: string): Promise<void> {
    const vm = this.get(cid);
    await this.#powerOff(vm);
    await this.#boot(vm);
  }

  has(cid: string): boolean {
    return Object.hasOwn(this.#store.state.vms, cid);
  }

  get(cid: string): VmRecord {
    const vm = this.has(cid) ? this.#store.state.vms[cid] : undefined;
    if (vm === undefined) throw fail('VMNotFound', `there is no VM '${cid}'`);
    return vm;
  }

  async setMetadata(cid: string, metadata: JsonObject): Promise<void> {
    Object.assign(this.get(cid).metadata, metadata);
    await this.#store.save();
  }

  /** Tells the VM's settings where a disk is, or that it is gone. The agent reads them again at each disk method. */
  async changeSettings(cid: string, change: (settings: JsonObject) => void): Promise<void> {
    const file = ['bosh', 'settings-source.json'];
    const settings = JSON.parse(await readVmFile(this.directory(cid, 'vcap'), ...file)) as JsonObject;
    change(settings);
    await writeVmFile(this.directory(cid, 'vcap'), file, JSON.stringify(settings));
  }

  async diagnose(cid: string): Promise<Diagnostics> {
    this.get(cid);
    const read = (...name: string[]): Promise<string | undefined> =>
      readVmFile(this.directory(cid, 'vcap'), 'bosh', ...name).catch(() => undefined);
    const log = (await read('log', 'current')) ?? '';
    const diagnostics: Diagnostics = { running: this.#running.has(cid), agentLog: log.trimEnd().split('\n').slice(-40) };
    const error = await read('bootstrap-error.json');
    try {
      if (error !== undefined) diagnostics.bootstrapError = JSON.parse(error) as Json;
    } catch {
      // Half written; the log says as much.
    }
    return diagnostics;
  }

  directory(cid: string, ...parts: string[]): string {
    return this.#store.path('vms', cid, ...parts);
  }

  status(): VmStatus[] {
    return Object.values(this.#store.state.vms).map((vm) => {
      const holder = this.#running.get(vm.cid);
      const { cid, stemcell, networks, metadata, disks, createdAt } = vm;
      const common = { cid, stemcell, networks, metadata, disks, createdAt, directory: this.directory(cid) };
      return holder === undefined ? { ...common, state: 'stopped' } : { ...common, state: 'running', pid: holder.hostPid };
    });
  }

  async deleteAll(): Promise<void> {
    await Promise.all(Object.keys(this.#store.state.vms).map((cid) => this.delete(cid)));
  }

  async #makeDirectory(vm: VmRecord, settings: JsonObject): Promise<void> {
    const bosh = this.directory(vm.cid, 'vcap/bosh');
    await makeVcap(this.#stemcells.root(vm.stemcell), this.directory(vm.cid));
    for (const name of ['up', 'wk', 'disks']) await mkdir(this.directory(vm.cid, name));
    const mounts = vmMounts({
      base: this.#base,
      directory: this.directory(vm.cid),
      stemcellRoot: this.#stemcells.root(vm.stemcell),
      ownUsr: this.#store.state.stemcells[vm.stemcell]?.ownUsr ?? false,
      node: this.#agent.node,
      bundle: this.#agent.bundle,
      init: this.#store.path('vm-init.sh'),
    });
    await Promise.all([
      writeFile(path.join(bosh, 'bin/node'), ''),
      writeFile(path.join(bosh, 'bin/agent.cjs'), ''),
      writeFile(path.join(bosh, 'bin/vm-init'), ''),
      writeFile(path.join(bosh, 'agent.json'), JSON.stringify(agentConfig)),
      writeFile(path.join(bosh, 'settings-source.json'), JSON.stringify(settings), { mode: 0o600 }),
      writeFile(this.directory(vm.cid, 'mounts'), mounts),
    ]);
  }

  async #boot(vm: VmRecord): Promise<void> {
    const keeper = await startHolder(['unshare', '-U', '-n', '-u', '-i', 'sh', '-c', vmKeeper], environment);
    try {
      await mapSameIds(keeper.hostPid);
      const holder = await this.#startInit(vm, keeper.hostPid);
      // A port of a bridge needs no address of its own.
      const pairs = vm.nics.flatMap(({ peer, bridge, name, mac, mtu }) => [
        `link add ${peer} type veth peer name ${name} address ${mac}${mtu === undefined ? '' : ` mtu ${mtu}`} netns ${keeper.labPid}`,
        ...(mtu === undefined ? [] : [`link set dev ${peer} mtu ${mtu}`]),
        `link set dev ${peer} addrgenmode none master ${bridge} up`,
      ]);
      const known = vm.neighbours.map((neighbour) => `neigh replace ${neighbour} nud permanent`);
      await ipBatch([...pairs, ...known, ...vm.routes.map((route) => `route replace ${route}`)]);
      const aliases = vm.nics.map(({ name, networks }) => `link set dev ${name} alias ${nicAlias(networks[0])}`);
      await holder.configure(['link set lo up', ...aliases, ...vm.nics.flatMap(({ given }) => given)]);
      await this.#vips.add(vm.vips);
    } finally {
      keeper.child.stdin?.end();
    }
  }

  async #startInit(vm: VmRecord, keeper: number): Promise<Holder> {
    const enter = [
      'nsenter',
      '-t',
      String(keeper),
      '-n',
      '-u',
      '-i',
      '--',
      'unshare',
      '-m',
      '-p',
      '-f',
      '--kill-child',
      '--propagation',
      'private',
    ];
    const files = [this.#base, this.directory(vm.cid, 'mounts')];
    const init = [vm.hostname, ...agentCommand(this.#agent.args)];
    const holder = await startHolder([...enter, 'sh', this.#store.path('vm-mount.sh'), ...files, String(keeper), ...init], environment);
    this.#running.set(vm.cid, holder);
    void holder.ended.then(() => {
      if (this.#running.get(vm.cid) === holder) this.#running.delete(vm.cid);
    });
    return holder;
  }

  async #powerOff(vm: VmRecord): Promise<void> {
    const holder = this.#running.get(vm.cid);
    this.#running.delete(vm.cid);
    if (holder !== undefined) {
      // The whole process namespace goes with its first process, at once.
      kill(holder.labPid || (holder.child.pid ?? 0));
      await holder.ended;
    }
    // A namespace's end removes its NICs some time later; they must be gone when this returns.
    const routes = [...vm.routes.map((route) => `route del ${route}`), ...vm.neighbours.map((neighbour) => `neigh del ${neighbour}`)];
    const commands = [...routes, ...vm.nics.map(({ peer }) => `link del ${peer}`)];
    await ipBatch(commands, { force: true }).catch(() => undefined);
    await this.#vips.remove(vm.vips);
  }

  async #leaveNetworks({ cid }: VmRecord): Promise<void> {
    if (!(await this.#networks.release(cid))) return;
    // With a bridge's last IPv4 address the kernel forgets whatever leads there.
    const routes = Object.values(this.#store.state.vms).flatMap((vm) => (this.#running.has(vm.cid) ? vm.routes : []));
    await ipBatch(
      routes.map((route) => `route replace ${route}`),
      { force: true },
    ).catch(() => undefined);
  }

  async #tearDown(vm: VmRecord): Promise<void> {
    await this.#powerOff(vm);
    await this.#leaveNetworks(vm);
    for (const address of addressesIn(vm.networks)) this.#taken.delete(address);
    for (const disk of vm.disks) await rename(this.directory(vm.cid, 'disks', disk), this.#store.path('disks', disk));
    await rm(this.directory(vm.cid), { recursive: true, force: true }).catch(() => run(['rm', '-rf', '--', this.directory(vm.cid)]));
  }
}

function kill(pid: number): void {
  try {
    if (pid > 1) process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
