import type { CreatedVm, StemcellCid } from '@bosh6/cpi-protocol';
import { downloadFile, parseDatastorePath, type Ref, readProperties } from '@bosh6/vim25';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { backingOf, cdromOf, disksOf, nicsOf, systemDiskOf } from '../devices/hardware.js';
import { readIso } from '../settings/read-iso.js';
import { context, networksOf, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';
import { extraConfigOf } from './extra-config.js';

const paths = ['config.hardware', 'config.extraConfig', 'runtime.powerState', 'network', 'name', 'datastore', 'resourcePool'] as const;

onVcsim('a VM on vSphere', () => {
  let on: Simulated;
  let stemcell: StemcellCid;
  beforeAll(async () => {
    on = await simulate({ clusters: 2, pools: 1, networks: ['second'], nsxPortGroups: 1 });
    stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
  }, 180_000);
  afterAll(() => on.stop());

  async function look({ cid }: Pick<CreatedVm, 'cid'>) {
    const inventoryPath = `DC0/vm/BOSH_VMs/${cid}`;
    const ref = await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, { inventoryPath });
    const read = await readProperties(on.vim, 'VirtualMachine', ref as Ref<'VirtualMachine'>, paths);
    return {
      ref: ref as Ref<'VirtualMachine'>,
      read,
      devices: read['config.hardware']?.device ?? [],
      extra: extraConfigOf(read['config.extraConfig']),
    };
  }

  it('has its size, two disks, one NIC for each group with its MAC, and runs', async () => {
    const created = await on.cpi.createVm(requestFor(stemcell, 1), context());
    const { read, devices } = await look(created);
    expect(read['config.hardware']).toMatchObject({ numCPU: 2, memoryMB: 768 });
    expect(read['runtime.powerState']).toBe('poweredOn');
    expect(systemDiskOf(devices)?.controller.$type).toBe('ParaVirtualSCSIController');
    expect(disksOf(devices).map((disk) => [disk.unitNumber, disk.capacityInKB])).toContainEqual([1, 2048 * 1024]);
    const { a, 'a.ipv6': six, c } = created.networks;
    expect(a?.mac).toBe(six?.mac);
    expect(nicsOf(devices).map(({ macAddress, addressType, backing }) => [macAddress, addressType, backing?.$type])).toEqual([
      [a?.mac, 'manual', 'VirtualEthernetCardNetworkBackingInfo'],
      [c?.mac, 'manual', 'VirtualEthernetCardDistributedVirtualPortBackingInfo'],
    ]);
    await on.cpi.deleteVm(created.cid, context());
  });

  it('finds the same settings on its CD and in guestinfo', async () => {
    const request = requestFor(stemcell, 2, { env: { bosh: { odd: [1, null, 'ü'] } } });
    const created = await on.cpi.createVm(request, context());
    const { ref, devices, extra } = await look(created);
    const drive = cdromOf(devices);
    const fileName = drive?.backing !== undefined && 'fileName' in drive.backing ? String(drive.backing.fileName) : '';
    expect(drive?.connectable).toMatchObject({ startConnected: true });
    const { body } = await downloadFile(on.vim, { datacenter: 'DC0', ...parseDatastorePath(fileName) });
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(chunk as Buffer);
    const settings = JSON.parse(readIso(Buffer.concat(chunks)).toString('utf8'));
    expect(settings).toEqual({
      agent_id: request.agentId,
      vm: { name: created.cid, id: ref.value },
      networks: created.networks,
      disks: { system: '0', ephemeral: '1', persistent: {} },
      mbus: 'nats://[fd00::1]:4222',
      env: request.env,
    });
    for (const [name, network] of Object.entries(networksOf(2)))
      expect(settings.networks[name]).toEqual({ ...network, mac: expect.any(String) });
    expect(extra.get('guestinfo.userdata.encoding')).toBe('base64');
    expect(JSON.parse(Buffer.from(extra.get('guestinfo.userdata') ?? '', 'base64').toString('utf8'))).toEqual(settings);
    await on.cpi.deleteVm(created.cid, context());
  });

  it('goes to the cluster, pool and datastore of its AZ and type, with a copy of the stemcell there', async () => {
    const cloudProperties = {
      cpu: 1,
      ram: 512,
      disk: 1024,
      datastores: ['LocalDS_1'],
      datacenters: [{ name: 'DC0', clusters: [{ DC0_C1: { resource_pool: 'DC0_C1_RP1' } }] }],
      vmx_options: { 'disk.enableUUID': 1, flag: true },
      enable_human_readable_name: true,
    };
    const one = await on.cpi.createVm(requestFor(stemcell, 3, { cloudProperties }), context());
    const { read, devices, extra } = await look(one);
    expect(one.cid).toMatch(/^job_dep_[0-9a-f]{12}$/);
    const pool = await readProperties(on.vim, 'ResourcePool', read.resourcePool as Ref<'ResourcePool'>, ['name']);
    expect(pool.name).toBe('DC0_C1_RP1');
    expect(extra.get('flag')).toBe('TRUE');
    const ephemeral = disksOf(devices)
      .map((disk) => backingOf(disk))
      .find((backing) => backing?.fileName.endsWith('ephemeral_disk.vmdk'));
    expect(ephemeral?.fileName).toContain('[LocalDS_1]');
    const settings = JSON.parse(Buffer.from(extra.get('guestinfo.userdata') ?? '', 'base64').toString('utf8'));
    expect(settings.disks.ephemeral).toEqual({ id: ephemeral?.uuid?.toLowerCase() });
    const copies = (await on.left()).vms.filter((name) => name.startsWith(`${stemcell}_`));
    expect(copies).toHaveLength(1);
    const two = await on.cpi.createVm(requestFor(stemcell, 4, { cloudProperties }), context());
    expect((await on.left()).vms.filter((name) => name.startsWith(`${stemcell}_`))).toEqual(copies);
    for (const { cid } of [one, two]) await on.cpi.deleteVm(cid, context());
  });

  it('makes one copy of the stemcell for VMs that are made at one time', async () => {
    const cpi = on.cpiWith({}, { datastore_pattern: 'LocalDS_1' });
    const other = await cpi.createStemcell(on.imagePath, {}, undefined, context());
    // the import went to LocalDS_1, so LocalDS_0 lacks it
    const cloudProperties = { cpu: 1, ram: 512, disk: 1024, datastores: ['LocalDS_0'] };
    const made = await Promise.all([5, 6, 7].map((number) => cpi.createVm(requestFor(other, number, { cloudProperties }), context())));
    expect((await on.left()).vms.filter((name) => name.startsWith(`${other}_`))).toHaveLength(1);
    for (const { cid } of made) await cpi.deleteVm(cid, context());
    await cpi.deleteStemcell(other, context());
  });

  it('has a size of the root disk, reservations and hardware of its own', async () => {
    const cloudProperties = { cpu: 1, ram: 512, disk: 1024, root_disk_size_gb: 7, cpu_hot_add_enabled: true, upgrade_hw_version: true };
    const created = await on.cpi.createVm(requestFor(stemcell, 8, { cloudProperties }), context());
    const { devices } = await look(created);
    expect(systemDiskOf(devices)?.disk.capacityInKB).toBe(7 * 1024 * 1024);
    await on.cpi.deleteVm(created.cid, context());
  });

  it('is kept from its like by a DRS rule, one VM after the other and at one time', async () => {
    const cpi = on.cpiWith({ enable_auto_anti_affinity_drs_rules: true });
    const made = await Promise.all([9, 10, 11].map((number) => cpi.createVm(requestFor(stemcell, number), context())));
    const cluster = await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, {
      inventoryPath: 'DC0/host/DC0_C0',
    });
    const read = async () => {
      const { configurationEx } = await readProperties(on.vim, 'ClusterComputeResource', cluster as Ref<'ClusterComputeResource'>, [
        'configurationEx',
      ]);
      return (configurationEx?.rule ?? []).map((rule) => ({
        name: rule.name,
        vms: 'vm' in rule ? (rule.vm as Ref[]).map(({ value }) => value).sort() : [],
      }));
    };
    const refs = await Promise.all(made.map(async (one) => (await look(one)).ref.value));
    expect(await read()).toEqual([{ name: 'd-dep-job', vms: refs.sort() }]);
    for (const { cid } of made) await cpi.deleteVm(cid, context());
  });

  it('is on an NSX segment, beside a network of another kind, and on a controller of the configured type', async () => {
    const networks = {
      a: { type: 'manual', ip: 'fd00:7::1', prefix: '128', cloud_properties: { name: 'DC0_NSXPG0' } },
      b: { type: 'manual', ip: '10.7.0.1', cloud_properties: { name: 'second' } },
    };
    const created = await on
      .cpiWith({ default_scsi_controller_type: 'lsi_logic_sas' })
      .createVm(requestFor(stemcell, 0, { networks }), context());
    const { devices } = await look(created);
    expect(systemDiskOf(devices)?.controller.$type).toBe('VirtualLsiLogicSASController');
    expect(nicsOf(devices).map(({ macAddress }) => macAddress)).toEqual([created.networks.a?.mac, created.networks.b?.mac]);
    // the simulator shows an NSX segment as the port group that stands for it
    expect(nicsOf(devices)[1]?.backing).toMatchObject({ $type: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'second' });
    await on.cpi.deleteVm(created.cid, context());
  });

  it('is in a folder of the Director’s own where that is configured', async () => {
    const cpi = on.cpiWith({}, { use_sub_folder: true, vm_folder: 'deep/VMs' });
    const own = await cpi.createStemcell(on.imagePath, {}, undefined, context());
    const { cid } = await cpi.createVm(requestFor(own, 12), context());
    const inventoryPath = `DC0/vm/deep/VMs/director/${cid}`;
    expect(await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, { inventoryPath })).toBeDefined();
    await cpi.deleteVm(cid, context());
    await cpi.deleteStemcell(own, context());
  });

  it('is found where people moved it, and its CD’s file goes with it', async () => {
    const { cid } = await on.cpi.createVm(requestFor(stemcell, 14), context());
    const { ref } = await look({ cid });
    const vmFolder = (await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, {
      inventoryPath: 'DC0/vm',
    })) as Ref<'Folder'>;
    const moved = await on.vim.call('CreateFolder', vmFolder, { name: 'elsewhere' });
    await on.vim.run('MoveIntoFolder_Task', moved, { list: [ref] });
    expect(await on.cpi.hasVm(cid, context())).toBe(true);
    const deleted = async (): Promise<number> => (await on.vcsim.calls()).DeleteDatastoreFile_Task ?? 0;
    const before = await deleted();
    await on.cpi.deleteVm(cid, context());
    expect(await deleted()).toBe(before + 1);
    expect(await on.cpi.hasVm(cid, context())).toBe(false);
  });

  it('leaves nothing but its stemcells', async () => {
    const { vms } = await on.left();
    expect(vms.filter((name) => !name.startsWith('sc-'))).toEqual([]);
    await on.cpi.deleteStemcell(stemcell, context());
    expect(await on.left()).toEqual({ vms: [], files: [] });
  });
});
