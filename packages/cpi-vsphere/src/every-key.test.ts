import type { Json, JsonObject } from '@bosh6/base';
import type { CpiNetworks, DiskCid, StemcellCid, VmCid } from '@bosh6/cpi-protocol';
import { type Data, listObjects, type Ref, readProperties } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { backingOf, disksOf, nicsOf, systemDiskOf } from './devices/hardware.js';
import { context, requestFor, type Simulated, simulate } from './testing/simulated.js';
import { onVcsim } from './testing/vcsim.js';
import { extraConfigOf } from './vm/extra-config.js';

const size = { cpu: 1, ram: 512, disk: 1024 };
const policy = 'vSAN Default Storage Policy';

/** Every key of the original's properties and cloud properties: what it does in the inventory, or that it is refused by name. */
onVcsim('every key of the original', () => {
  let on: Simulated;
  let stemcell: StemcellCid;
  let made: VmCid[] = [];
  let group: Data<'ClusterConfigInfoEx'>['group'];
  beforeAll(async () => {
    on = await simulate({ clusters: 2, pools: 1, clusterHosts: 2, portGroups: 1 });
    const cluster = await find('DC0/host/DC0_C0');
    const hosts = await readProperties(on.vim, 'ComputeResource', cluster as Ref<'ComputeResource'>, ['host']);
    const info = { $type: 'ClusterHostGroup', name: 'hg', host: (hosts.host ?? []).slice(1) } as const;
    const spec: Data<'ComputeResourceConfigSpec'> = { $type: 'ClusterConfigSpecEx', groupSpec: [{ operation: 'add', info }] };
    await on.vim.run('ReconfigureComputeResource_Task', cluster as Ref<'ComputeResource'>, { spec, modify: true });
    stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
    group = (await clusterConfig()).group;
  }, 180_000);
  afterAll(() => on.stop());
  afterEach(async () => {
    for (const cid of made) await on.cpi.deleteVm(cid, context());
    made = [];
  });

  const find = async (inventoryPath: string): Promise<Ref | undefined> =>
    on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, { inventoryPath });
  async function clusterConfig(): Promise<Partial<Data<'ClusterConfigInfoEx'>>> {
    const ref = (await find('DC0/host/DC0_C0')) as Ref<'ClusterComputeResource'>;
    return (await readProperties(on.vim, 'ClusterComputeResource', ref, ['configurationEx'])).configurationEx ?? {};
  }
  /** A VM made with these properties, as the inventory has it, and the clone as vCenter was asked for it. */
  async function makeVm(given: { vcenter?: JsonObject; datacenter?: JsonObject; vm?: JsonObject; networks?: CpiNetworks }) {
    const cpi = on.cpiWith(given.vcenter, given.datacenter);
    const more = given.networks === undefined ? {} : { networks: given.networks };
    const { cid } = await cpi.createVm(requestFor(stemcell, 1, { cloudProperties: { ...size, ...given.vm }, ...more }), context());
    made.push(cid);
    const vms = await listObjects(on.vim, 'VirtualMachine', ['name', 'config', 'runtime.host', 'resourcePool', 'parent', 'network']);
    const row = vms.find(({ properties }) => properties.name === cid);
    if (row === undefined) throw new Error(`no VM '${cid}'`);
    const { config } = row.properties;
    const devices = config?.hardware.device ?? [];
    const extra = extraConfigOf(config?.extraConfig);
    const { spec } = (await on.vcsim.last('CloneVM_Task')) as { spec: { config: JsonObject; location: JsonObject } };
    const ephemeral = disksOf(devices)
      .map(backingOf)
      .find((backing) => backing?.fileName.endsWith('/ephemeral_disk.vmdk'));
    const settings = JSON.parse(Buffer.from(extra.get('guestinfo.userdata') ?? '', 'base64').toString('utf8')) as JsonObject;
    return {
      ...row.properties,
      ref: row.ref,
      cid,
      config,
      devices,
      extra,
      sent: spec.config,
      location: spec.location,
      ephemeral,
      settings,
    };
  }
  const nameOf = async (ref: Ref<'ManagedEntity'> | undefined): Promise<string | undefined> =>
    ref === undefined ? undefined : (await readProperties(on.vim, 'ManagedEntity', ref, ['name'])).name;

  type Effect = () => Promise<void>;
  const failing =
    (given: Parameters<typeof makeVm>[0], message: RegExp): Effect =>
    async () => {
      await expect(makeVm(given)).rejects.toMatchObject({ code: 'VMCreationFailed', message: expect.stringMatching(message) });
    };
  const sends =
    (given: Parameters<typeof makeVm>[0], sent: object): Effect =>
    async () => {
      expect((await makeVm(given)).sent).toMatchObject(sent);
    };
  const onCluster = (options: Json): JsonObject => ({ clusters: [{ DC0_C0: options }] });
  const inAz = (options: Json): JsonObject => ({ datacenters: [{ name: 'DC0', ...onCluster(options) }] });
  const versionOf =
    (given: Parameters<typeof makeVm>[0], version: string): Effect =>
    async () => {
      expect((await makeVm(given)).config?.version).toBe(version);
    };
  const inPool =
    (given: Parameters<typeof makeVm>[0]): Effect =>
    async () => {
      expect(await nameOf((await makeVm(given)).resourcePool)).toBe('DC0_C0_RP1');
    };
  const onHosts =
    (given: Parameters<typeof makeVm>[0], mandatory: boolean): Effect =>
    async () => {
      const vm = await makeVm(given);
      const { rule = [], group: now = [] } = await clusterConfig();
      const name = `hg_${mandatory ? 'MUST' : 'SHOULD'}_vm_group`;
      expect(rule).toMatchObject([
        { $type: 'ClusterVmHostRuleInfo', mandatory, vmGroupName: name, affineHostGroupName: 'hg', enabled: true },
      ]);
      expect(now.find((one) => one.name === name)).toMatchObject({ vm: [vm.ref] });
      if (mandatory) expect(await nameOf(vm['runtime.host'])).toBe('DC0_C0_H1');
      await on.cpi.deleteVm(made.pop() as VmCid, context());
      expect((await clusterConfig()).rule ?? []).toEqual([]);
      expect((await clusterConfig()).group).toEqual(group);
    };
  const apart =
    (given: Parameters<typeof makeVm>[0], name: string): Effect =>
    async () => {
      const vm = await makeVm(given);
      const { rule = [] } = await clusterConfig();
      const own = rule.find((one) => one.name === name);
      expect(own).toMatchObject({ $type: 'ClusterAntiAffinityRuleSpec', vm: [vm.ref] });
      const cluster = (await find('DC0/host/DC0_C0')) as Ref<'ComputeResource'>;
      const rulesSpec = [{ operation: 'remove' as const, removeKey: own?.key }];
      const spec: Data<'ComputeResourceConfigSpec'> = { $type: 'ClusterConfigSpecEx', rulesSpec };
      await on.vim.run('ReconfigureComputeResource_Task', cluster, { spec, modify: true });
    };
  const byPolicy =
    (given: Parameters<typeof makeVm>[0]): Effect =>
    async () => {
      const { location, sent } = await makeVm({ ...given, datacenter: { datastore_pattern: '^none$' } });
      const profile = [{ profileId: expect.any(String) }];
      expect(location).toMatchObject({ profile });
      expect(sent).toMatchObject({ vmProfile: profile });
    };
  const diskIn = async (properties: JsonObject, datacenter: JsonObject = {}, vcenter: JsonObject = {}): Promise<string> => {
    const cpi = on.cpiWith(vcenter, datacenter);
    const disk: DiskCid = await cpi.createDisk(8, properties, undefined, context());
    const { name } = (await on.vcsim.last('CreateVirtualDisk_Task')) as { name: string };
    await cpi.deleteDisk(disk, context());
    return name;
  };
  const diskType =
    (properties: JsonObject, vcenter: JsonObject, type: string): Effect =>
    async () => {
      await diskIn(properties, {}, vcenter);
      expect(await on.vcsim.last('CreateVirtualDisk_Task')).toMatchObject({ spec: { diskType: type } });
    };

  const supported: Record<string, Record<string, Effect | Effect[]>> = {
    'the vCenter': {
      host: failing({ vcenter: { host: '127.0.0.1:9' } }, /127.0.0.1:9 cannot be reached/),
      address: failing({ vcenter: { host: null, address: '127.0.0.1:9' } }, /127.0.0.1:9 cannot be reached/),
      user: failing({ vcenter: { user: 'v' } }, /refuses the user 'v'/),
      password: failing({ vcenter: { password: 'q' } }, /refuses the user 'u'/),
      datacenters: async () => expect(() => on.cpiWith({ datacenters: [] })).toThrow(/'datacenters': exactly one/),
      default_disk_type: async () => {
        expect((await makeVm({ vcenter: { default_disk_type: 'thin' } })).ephemeral?.thinProvisioned).toBe(true);
        expect((await makeVm({})).ephemeral?.thinProvisioned).not.toBe(true);
        await diskType({}, { default_disk_type: 'thin' }, 'thin')();
      },
      default_scsi_controller_type: async () => {
        const { devices } = await makeVm({ vcenter: { default_scsi_controller_type: 'lsi_logic_sas' } });
        expect(systemDiskOf(devices)?.controller.$type).toBe('VirtualLsiLogicSASController');
      },
      enable_auto_anti_affinity_drs_rules: apart({ vcenter: { enable_auto_anti_affinity_drs_rules: true } }, 'd-dep-job'),
      cpu_reserve_full_mhz: sends({ vcenter: { cpu_reserve_full_mhz: true } }, { cpuAllocation: { reservation: expect.any(Number) } }),
      memory_reservation_locked_to_max: sends(
        { vcenter: { memory_reservation_locked_to_max: true } },
        { memoryReservationLockedToMax: true },
      ),
      upgrade_hw_version: versionOf({ vcenter: { upgrade_hw_version: true } }, 'vmx-21'),
      default_hw_version: versionOf({ vcenter: { default_hw_version: 19 } }, 'vmx-19'),
      vm_storage_policy_name: byPolicy({ vcenter: { vm_storage_policy_name: policy } }),
      enable_human_readable_name: async () => {
        expect((await makeVm({ vcenter: { enable_human_readable_name: true } })).cid).toMatch(/^job_dep_[0-9a-f]{12}$/);
      },
      connection_options: failing({ vcenter: { connection_options: { ca_cert: 'none' } } }, /certificate/),
      vmx_options: async () => {
        expect((await makeVm({ vcenter: { vmx_options: { 'a.b': 7 } } })).extra.get('a.b')).toBe('7');
      },
      ensure_no_ip_conflicts: async () => conflicts('ensure_no_ip_conflicts'),
      perform_ip_conflict_detection: async () => conflicts('perform_ip_conflict_detection'),
    },
    'the datacenter': {
      name: failing({ datacenter: { name: 'DC9' } }, /no datacenter 'DC9'/),
      vm_folder: async () => {
        expect(await nameOf((await makeVm({ datacenter: { vm_folder: 'own' } })).parent)).toBe('own');
      },
      template_folder: failing({ datacenter: { template_folder: 'own' } }, /no stemcell/),
      disk_path: async () => {
        expect(await diskIn({}, { disk_path: 'own' })).toMatch(/^\[LocalDS_1\] own\//);
      },
      datastore_pattern: async () => {
        expect((await makeVm({ datacenter: { datastore_pattern: '_1$' } })).ephemeral?.fileName).toMatch(/^\[LocalDS_1\]/);
      },
      persistent_datastore_pattern: async () => {
        expect(await diskIn({}, { persistent_datastore_pattern: '_0$' })).toMatch(/^\[LocalDS_0\]/);
      },
      clusters: async () => {
        const vm = await makeVm({ datacenter: { clusters: ['DC0_C1'] } });
        expect(await nameOf(vm['runtime.host'])).toMatch(/^DC0_C1/);
      },
      'clusters.resource_pool': async () => {
        const datacenter = { ...onCluster({ resource_pool: 'DC0_C0_RP1' }) };
        const cpi = on.cpiWith({}, datacenter);
        const own = await cpi.createStemcell(on.imagePath, {}, undefined, context());
        const { cid } = await cpi.createVm(requestFor(own, 1, { cloudProperties: size }), context());
        // a pool wants a folder of the Director's own
        const ref = await find(`DC0/vm/BOSH_VMs/director/${cid}`);
        const { resourcePool } = await readProperties(on.vim, 'VirtualMachine', ref as Ref<'VirtualMachine'>, ['resourcePool']);
        expect(await nameOf(resourcePool)).toBe('DC0_C0_RP1');
        await cpi.deleteVm(cid, context());
        await cpi.deleteStemcell(own, context());
      },
      'clusters.host_group': [
        onHosts({ datacenter: onCluster({ host_group: 'hg' }) }, true),
        onHosts({ datacenter: onCluster({ host_group: { name: 'hg' } }) }, false),
      ],
      use_sub_folder: failing({ datacenter: { use_sub_folder: true } }, /no stemcell/),
    },
    'an AZ': {
      'datacenters.name': failing({ vm: { datacenters: [{ name: 'DC9' }] } }, /'DC9'.*'DC0'/),
      'datacenters.clusters': failing({ vm: { datacenters: [{ name: 'DC0', clusters: ['C9'] }] } }, /no cluster 'C9'/),
      'datacenters.clusters.resource_pool': inPool({ vm: inAz({ resource_pool: 'DC0_C0_RP1' }) }),
      'datacenters.clusters.host_group': [
        onHosts({ vm: inAz({ host_group: { name: 'hg', drs_rule: 'MUST' } }) }, true),
        onHosts({ vm: inAz({ host_group: { name: 'hg', drs_rule: 'SHOULD' } }) }, false),
      ],
      'datacenters.clusters.drs_rules': apart({ vm: inAz({ drs_rules: [{ name: 'apart', type: 'separate_vms' }] }) }, 'apart'),
    },
    'a network': {
      name: async () => {
        const networks = { a: { type: 'manual', ip: '10.5.0.1', cloud_properties: { name: 'DVS0/DC0_DVPG0' } } };
        const { devices, network } = await makeVm({ networks });
        expect(nicsOf(devices)).toHaveLength(1);
        expect(await Promise.all((network ?? []).map(nameOf))).toEqual(['DC0_DVPG0']);
      },
    },
    'a VM type': {
      cpu: async () => expect((await makeVm({ vm: { cpu: 3 } })).config?.hardware.numCPU).toBe(3),
      ram: async () => expect((await makeVm({ vm: { ram: 640 } })).config?.hardware.memoryMB).toBe(640),
      disk: async () => {
        const { devices } = await makeVm({ vm: { disk: 3 } });
        expect(disksOf(devices).map(({ capacityInKB }) => capacityInKB)).toContain(3 * 1024);
      },
      cpu_hot_add_enabled: sends({ vm: { cpu_hot_add_enabled: true } }, { cpuHotAddEnabled: true }),
      memory_hot_add_enabled: sends({ vm: { memory_hot_add_enabled: true } }, { memoryHotAddEnabled: true }),
      cpu_reserve_full_mhz: sends({ vm: { cpu_reserve_full_mhz: true } }, { cpuAllocation: { reservation: expect.any(Number) } }),
      memory_reservation_locked_to_max: sends({ vm: { memory_reservation_locked_to_max: true } }, { memoryReservationLockedToMax: true }),
      nested_hardware_virtualization: sends({ vm: { nested_hardware_virtualization: true } }, { nestedHVEnabled: true }),
      upgrade_hw_version: versionOf({ vm: { upgrade_hw_version: true } }, 'vmx-21'),
      root_disk_size_gb: async () => {
        const { devices } = await makeVm({ vm: { root_disk_size_gb: 5 } });
        expect(systemDiskOf(devices)?.disk.capacityInKB).toBe(5 * 1024 * 1024);
      },
      datastores: async () => {
        expect((await makeVm({ vm: { datastores: ['LocalDS_1'] } })).ephemeral?.fileName).toMatch(/^\[LocalDS_1\]/);
      },
      'storage_policy.name': byPolicy({ vm: { storage_policy: { name: policy } } }),
      // rest/tags.test.ts has the rest
      tags: async () => {
        const before = (await on.vcsim.calls()).CloneVM_Task;
        await makeVm({ vm: { tags: [{ category: 'c', tag: 't' }] } });
        expect((await on.vcsim.calls()).CloneVM_Task).toBe((before ?? 0) + 1);
      },
      vm_group: async () => {
        const { ref } = await makeVm({ vm: { vm_group: 'vg' } });
        const other = await makeVm({ vm: { vm_group: 'vg' } });
        expect((await clusterConfig()).group?.find(({ name }) => name === 'vg')).toMatchObject({ vm: [ref, other.ref] });
        await on.cpi.deleteVm(made.pop() as VmCid, context());
        expect((await clusterConfig()).group).toHaveLength((group ?? []).length + 1);
        await on.cpi.deleteVm(made.pop() as VmCid, context());
        expect((await clusterConfig()).group).toEqual(group);
      },
      disable_drs: async () => {
        const { ref } = await makeVm({ vm: { disable_drs: true } });
        expect((await clusterConfig()).drsVmConfig).toMatchObject([{ key: ref, enabled: false }]);
      },
      vmx_options: async () => {
        const { extra, settings } = await makeVm({
          vcenter: { vmx_options: { a: 1 } },
          vm: { vmx_options: { a: true, 'disk.enableUUID': 1 } },
        });
        expect(extra.get('a')).toBe('TRUE');
        expect(settings.disks).toMatchObject({ ephemeral: { id: expect.any(String) } });
      },
      enable_human_readable_name: async () => {
        expect((await makeVm({ vm: { enable_human_readable_name: true } })).cid).toMatch(/^job_dep_[0-9a-f]{12}$/);
      },
    },
    'a disk type': {
      type: diskType({ type: 'eagerZeroedThick' }, {}, 'eagerZeroedThick'),
      datastores: async () => {
        expect(await diskIn({ datastores: ['LocalDS_0'] })).toMatch(/^\[LocalDS_0\]/);
      },
    },
  };

  async function conflicts(key: string): Promise<void> {
    const { ref } = await makeVm({});
    await on.vim.run('ReconfigVM_Task', ref, { spec: { extraConfig: [{ key: 'SET.guest.ipAddress', value: '10.5.0.1' }] } });
    await failing({}, /addresses are in use/)();
    await makeVm({ vcenter: { [key]: false } });
  }

  for (const [where, keys] of Object.entries(supported))
    describe(`of ${where}, in effect:`, () => {
      for (const [key, effects] of Object.entries(keys))
        it(key, async () => {
          for (const effect of [effects].flat()) await effect();
        });
    });

  const clustersOfDatastores = [{ clusters: [{ POD: {} }] }];
  const refused: [string, string, () => Promise<unknown>][] = [
    ...['nsx', 'nsxt', 'vm_encryption_policy_name', 'http_logging', 'nonsense'].map((key) =>
      row('the vCenter', key, { vcenter: { [key]: 'x' } }),
    ),
    ...['datastore_cluster_pattern', 'persistent_datastore_cluster_pattern', 'allow_mixed_datastores'].map((key) =>
      row('the datacenter', key, { datacenter: { [key]: 'x' } }),
    ),
    ...['pci_passthroughs', 'vgpus', 'device_groups', 'nsx', 'nsxt', 'nonsense'].map((key) =>
      row('a VM type', key, { vm: { [key]: ['x'] } }),
    ),
    row('a VM type', 'datastores', { vm: { datastores: clustersOfDatastores } }),
    ...['nsxt', 'nonsense'].map((key) => {
      const cloud_properties = { name: 'VM Network', [key]: {} };
      return row('a network', key, { networks: { a: { type: 'manual', ip: '10.5.0.1', cloud_properties } } });
    }),
    ...['name', 'vm_encryption_policy_name', 'nonsense'].map((key): [string, string, () => Promise<unknown>] => [
      'a disk type',
      key,
      () => diskIn({ [key]: 'x' }),
    ]),
    ['a disk type', 'datastores', () => diskIn({ datastores: clustersOfDatastores })],
  ];
  function row(where: string, key: string, given: Parameters<typeof makeVm>[0]): [string, string, () => Promise<unknown>] {
    return [where, key, () => makeVm(given)];
  }

  it.each(refused)('of %s, refused: %s', async (_where, key, work) => {
    const error = await Promise.resolve()
      .then(work)
      .then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
    expect(error).toMatchObject({
      code: expect.stringMatching(/^(CpiError|VMCreationFailed)$/),
      message: expect.stringContaining(`'${key}`),
    });
  });
});
