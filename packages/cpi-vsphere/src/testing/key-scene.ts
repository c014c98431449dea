import type { JsonObject } from '@bosh6/base';
import type { CpiNetworks, StemcellCid, VmCid } from '@bosh6/cpi-protocol';
import { type Data, listObjects, type PropertyValue, type Ref, readProperties } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, it } from 'vitest';
import { backingOf, disksOf } from '../devices/hardware.js';
import { extraConfigOf } from '../vm/extra-config.js';
import { context, requestFor, type Simulated, simulate } from './simulated.js';
import { onVcsim } from './vcsim.js';

export const size = { cpu: 1, ram: 512, disk: 1024 };

/** Keys of the vCenter, of its datacenter and of a VM type, and networks in place of the usual ones. */
export interface Given {
  vcenter?: JsonObject;
  datacenter?: JsonObject;
  vm?: JsonObject;
  networks?: CpiNetworks;
}

type Property<P extends string> = PropertyValue<'VirtualMachine', P> | undefined;

/** A VM as the inventory has it, and the clone as vCenter was asked for it. */
export interface Made {
  ref: Ref<'VirtualMachine'>;
  cid: VmCid;
  config: Property<'config'>;
  host: Property<'runtime.host'>;
  pool: Property<'resourcePool'>;
  folder: Property<'parent'>;
  networks: Property<'network'>;
  devices: Data<'VirtualDevice'>[];
  extra: Map<string, string>;
  ephemeral: ReturnType<typeof backingOf>;
  /** As the agent gets them. */
  settings: JsonObject;
  sent: JsonObject;
  location: JsonObject;
}

/** A simulated vCenter with a second cluster, a pool and a group of hosts, and a stemcell. */
export class Scene {
  on!: Simulated;
  stemcell!: StemcellCid;
  made: VmCid[] = [];
  /** Of the first cluster, before any VM. */
  groups: Data<'ClusterConfigInfoEx'>['group'];

  async start(): Promise<void> {
    this.on = await simulate({ clusters: 2, pools: 1, clusterHosts: 2, portGroups: 1 });
    const cluster = (await this.find('DC0/host/DC0_C0')) as Ref<'ComputeResource'>;
    const { host = [] } = await readProperties(this.on.vim, 'ComputeResource', cluster, ['host']);
    const info = { $type: 'ClusterHostGroup', name: 'hg', host: host.slice(1) } as const;
    await this.changeCluster({ $type: 'ClusterConfigSpecEx', groupSpec: [{ operation: 'add', info }] });
    this.stemcell = await this.on.cpi.createStemcell(this.on.imagePath, {}, undefined, context());
    this.groups = (await this.clusterConfig()).group;
  }

  find(inventoryPath: string): Promise<Ref | undefined> {
    const index = this.on.vim.content.searchIndex as Ref<'SearchIndex'>;
    return this.on.vim.call('FindByInventoryPath', index, { inventoryPath });
  }

  async nameOf(ref: Ref<'ManagedEntity'> | undefined): Promise<string | undefined> {
    return ref === undefined ? undefined : (await readProperties(this.on.vim, 'ManagedEntity', ref, ['name'])).name;
  }

  async clusterConfig(): Promise<Partial<Data<'ClusterConfigInfoEx'>>> {
    const ref = (await this.find('DC0/host/DC0_C0')) as Ref<'ClusterComputeResource'>;
    return (await readProperties(this.on.vim, 'ClusterComputeResource', ref, ['configurationEx'])).configurationEx ?? {};
  }

  async changeCluster(spec: Data<'ComputeResourceConfigSpec'>): Promise<void> {
    const ref = (await this.find('DC0/host/DC0_C0')) as Ref<'ComputeResource'>;
    await this.on.vim.run('ReconfigureComputeResource_Task', ref, { spec, modify: true });
  }

  async makeVm(given: Given): Promise<Made> {
    const cpi = this.on.cpiWith(given.vcenter, given.datacenter);
    const more = given.networks === undefined ? {} : { networks: given.networks };
    const { cid } = await cpi.createVm(requestFor(this.stemcell, 1, { cloudProperties: { ...size, ...given.vm }, ...more }), context());
    this.made.push(cid);
    const vms = await listObjects(this.on.vim, 'VirtualMachine', ['name', 'config', 'runtime.host', 'resourcePool', 'parent', 'network']);
    const row = vms.find(({ properties }) => properties.name === cid);
    if (row === undefined) throw new Error(`no VM '${cid}'`);
    const { config, 'runtime.host': host, resourcePool: pool, parent: folder, network: networks } = row.properties;
    const devices = config?.hardware.device ?? [];
    const extra = extraConfigOf(config?.extraConfig);
    const { spec } = (await this.on.vcsim.last('CloneVM_Task')) as { spec: { config: JsonObject; location: JsonObject } };
    const backings = disksOf(devices).map(backingOf);
    const ephemeral = backings.find((backing) => backing?.fileName.endsWith('/ephemeral_disk.vmdk'));
    const settings = JSON.parse(Buffer.from(extra.get('guestinfo.userdata') ?? '', 'base64').toString('utf8')) as JsonObject;
    const asked = { sent: spec.config, location: spec.location };
    return { ref: row.ref, cid, config, host, pool, folder, networks, devices, extra, ephemeral, settings, ...asked };
  }

  /** Where a disk is made with these keys. */
  async diskIn(properties: JsonObject, datacenter: JsonObject = {}, vcenter: JsonObject = {}): Promise<string> {
    const cpi = this.on.cpiWith(vcenter, datacenter);
    const disk = await cpi.createDisk(8, properties, undefined, context());
    const { name } = (await this.on.vcsim.last('CreateVirtualDisk_Task')) as { name: string };
    await cpi.deleteDisk(disk, context());
    return name;
  }

  async deleteLast(): Promise<void> {
    await this.on.cpi.deleteVm(this.made.pop() as VmCid, context());
  }
}

export type Effect = () => Promise<void>;

/** One test for each of these keys of the original: what it does in the inventory. */
export function everyKeyOf(where: string, effectsIn: (scene: Scene) => Record<string, Effect | Effect[]>): void {
  onScene(`every key of ${where}, in effect:`, (scene) => {
    for (const [key, effects] of Object.entries(effectsIn(scene)))
      it(key, async () => {
        for (const effect of [effects].flat()) await effect();
      });
  });
}

export function onScene(name: string, work: (scene: Scene) => void): void {
  onVcsim(name, () => {
    const scene = new Scene();
    beforeAll(() => scene.start(), 180_000);
    afterEach(async () => {
      while (scene.made.length > 0) await scene.deleteLast();
    });
    afterAll(() => scene.on.stop());
    work(scene);
  });
}
