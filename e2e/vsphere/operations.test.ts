import { type Data, listObjects, type Ref, readProperties } from '@bosh6/vim25';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';

type Content = Data<'ServiceContent'>;

describe.skipIf(!(await vcsimAvailable()))('what a CPI asks of a vCenter', () => {
  let lab: VsphereLab;
  let vm: Ref<'VirtualMachine'>;
  let datacenter: Ref<'Datacenter'>;
  let datastore: Ref<'Datastore'>;
  const manager = <K extends keyof Content>(name: K): NonNullable<Content[K]> => {
    const found = lab.vim.content[name];
    if (found === undefined || found === null) throw new Error(`the server has no ${name}`);
    return found;
  };
  const devices = async (): Promise<Data<'VirtualDevice'>[]> =>
    (await readProperties(lab.vim, 'VirtualMachine', vm, ['config.hardware.device']))['config.hardware.device'] ?? [];
  beforeAll(async () => {
    lab = await startVsphereLab({ listen: '[::1]:0', clusters: 1, datastorePods: 1, portGroups: 1, poweredOn: false });
    vm = await lab.find('DC0/vm/DC0_C0_RP0_VM0', 'VirtualMachine');
    datacenter = await lab.find('DC0', 'Datacenter');
    datastore = await lab.find('DC0/datastore/LocalDS_0', 'Datastore');
  });
  afterAll(async () => {
    await lab?.stop();
  });

  it('finds VMs by path, UUID and IPv6 address', async () => {
    const index = manager('searchIndex');
    expect(await lab.vim.call('FindByInventoryPath', index, { inventoryPath: 'DC0/vm/nothing' })).toBeUndefined();
    const { 'config.uuid': uuid = '' } = await readProperties(lab.vim, 'VirtualMachine', vm, ['config.uuid']);
    expect(await lab.vim.call('FindByUuid', index, { uuid, vmSearch: true })).toEqual(vm);
    await lab.vim.run('ReconfigVM_Task', vm, { spec: { extraConfig: [{ key: 'SET.guest.ipAddress', value: 'fd00::17' }] } });
    expect(await lab.vim.call('FindAllByIp', index, { ip: 'fd00::17', vmSearch: true })).toEqual([vm]);
    expect(await lab.vim.call('FindAllByIp', index, { ip: 'fd00::18', vmSearch: true })).toEqual([]);
  });

  it('makes, finds, extends, moves and deletes disks', async () => {
    const disks = manager('virtualDiskManager');
    const name = '[LocalDS_0] BOSH_Disks/disk-1.vmdk';
    await lab.vim.call('MakeDirectory', manager('fileManager'), {
      name: '[LocalDS_0] BOSH_Disks',
      datacenter,
      createParentDirectories: true,
    });
    const spec = { $type: 'FileBackedVirtualDiskSpec', diskType: 'thin', adapterType: 'lsiLogic', capacityKb: 8192 } as const;
    expect(await lab.vim.run('CreateVirtualDisk_Task', disks, { name, datacenter, spec })).toBe(name);
    await expect(lab.vim.run('CreateVirtualDisk_Task', disks, { name, datacenter, spec })).rejects.toMatchObject({
      faultClass: 'FileAlreadyExists',
    });
    await lab.vim.run('ExtendVirtualDisk_Task', disks, { name, datacenter, newCapacityKb: 16384 });
    expect(await lab.vim.call('QueryVirtualDiskUuid', disks, { name, datacenter })).toMatch(/^[0-9a-f -]+$/i);
    const destName = '[LocalDS_0] BOSH_Disks/disk-2.vmdk';
    await lab.vim.run('MoveVirtualDisk_Task', disks, {
      sourceName: name,
      sourceDatacenter: datacenter,
      destName,
      destDatacenter: datacenter,
      force: false,
    });
    const { browser } = await readProperties(lab.vim, 'Datastore', datastore, ['browser']);
    if (browser === undefined) throw new Error('no browser');
    const searchSpec: Data<'HostDatastoreBrowserSearchSpec'> = {
      query: [{ $type: 'VmDiskFileQuery', details: { diskType: true, capacityKb: true, hardwareVersion: true } }],
      details: { fileType: true, fileSize: true, modification: true, fileOwner: false },
      matchPattern: ['disk-*.vmdk'],
    };
    const found = await lab.vim.run('SearchDatastore_Task', browser, { datastorePath: '[LocalDS_0] BOSH_Disks', searchSpec });
    expect(found.file).toMatchObject([{ $type: 'VmDiskFileInfo', path: 'disk-2.vmdk' }]);
    await lab.vim.run('DeleteVirtualDisk_Task', disks, { name: destName, datacenter });
    await expect(lab.vim.run('DeleteVirtualDisk_Task', disks, { name: destName, datacenter })).rejects.toMatchObject({
      faultClass: 'FileNotFound',
    });
    await expect(lab.vim.run('SearchDatastore_Task', browser, { datastorePath: '[LocalDS_0] Nowhere', searchSpec })).rejects.toMatchObject({
      faultClass: 'FileNotFound',
    });
    const gone = lab.vim.run('DeleteDatastoreFile_Task', manager('fileManager'), { name: '[LocalDS_0] nothing', datacenter });
    await expect(gone).rejects.toMatchObject({ faultClass: 'FileNotFound' });
  });

  it('connects a VM to a distributed port group, an ISO and a controller of another kind, and marks it', async () => {
    const portgroup = await lab.find('DC0/network/DC0_DVPG0', 'DistributedVirtualPortgroup');
    const { key, 'config.distributedVirtualSwitch': dvs } = await readProperties(lab.vim, 'DistributedVirtualPortgroup', portgroup, [
      'key',
      'config.distributedVirtualSwitch',
    ]);
    if (dvs === undefined || key === undefined) throw new Error('no switch');
    const { uuid: switchUuid = '' } = await readProperties(lab.vim, 'DistributedVirtualSwitch', dvs, ['uuid']);
    const before = await devices();
    const cards = before.filter((device) => 'macAddress' in device);
    const cdrom = before.find((device) => device.$type === 'VirtualCdrom');
    const controllerKey = cdrom?.controllerKey ?? before.find((device) => device.$type === 'VirtualIDEController')?.key;
    const iso: Data<'VirtualCdrom'> = {
      $type: 'VirtualCdrom',
      key: cdrom?.key ?? -9,
      controllerKey,
      backing: { $type: 'VirtualCdromIsoBackingInfo', fileName: '[LocalDS_0] DC0_C0_RP0_VM0/env.iso', datastore },
      connectable: { startConnected: true, connected: true, allowGuestControl: false },
    };
    const mac = '00:50:56:aa:bb:cc';
    const port = { switchUuid, portgroupKey: key };
    await lab.vim.run('ReconfigVM_Task', vm, {
      spec: {
        managedBy: { extensionKey: 'org.example', type: 'vm' },
        vAppConfig: {
          property: [
            {
              operation: 'add',
              info: {
                key: 7,
                id: 'disk-1',
                label: 'disk-1',
                category: 'BOSH Persistent Disks',
                type: 'string',
                value: 'x',
                userConfigurable: true,
              },
            },
          ],
        },
        deviceChange: [
          ...cards.map((device) => ({ operation: 'remove' as const, device })),
          { operation: cdrom === undefined ? 'add' : 'edit', device: iso },
          {
            operation: 'add',
            device: {
              $type: 'VirtualVmxnet3',
              key: -5,
              addressType: 'manual',
              macAddress: mac,
              backing: { $type: 'VirtualEthernetCardDistributedVirtualPortBackingInfo', port },
            },
          },
        ],
      },
    });
    const after = await devices();
    expect(after.filter((device) => 'macAddress' in device)).toMatchObject([
      { $type: 'VirtualVmxnet3', macAddress: mac, backing: { port } },
    ]);
    expect(after.find((device) => device.$type === 'VirtualCdrom')).toMatchObject({ backing: iso.backing });
    const { 'config.vAppConfig.property': property, 'config.managedBy': managedBy } = await readProperties(lab.vim, 'VirtualMachine', vm, [
      'config.vAppConfig.property',
      'config.managedBy',
    ]);
    expect(property).toMatchObject([{ id: 'disk-1', label: 'disk-1' }]);
    expect(managedBy).toMatchObject({ extensionKey: 'org.example', type: 'vm' });
  });

  it('writes custom values, and knows that a field exists', async () => {
    const fields = manager('customFieldsManager');
    const field = await lab.vim.call('AddCustomFieldDef', fields, { name: 'deployment', moType: 'VirtualMachine' });
    await expect(lab.vim.call('AddCustomFieldDef', fields, { name: 'deployment', moType: 'VirtualMachine' })).rejects.toMatchObject({
      faultClass: 'DuplicateName',
    });
    await lab.vim.call('SetField', fields, { entity: vm, key: field.key, value: 'nginx é' });
    expect((await readProperties(lab.vim, 'VirtualMachine', vm, ['customValue'])).customValue).toMatchObject([
      { $type: 'CustomFieldStringValue', key: field.key, value: 'nginx é' },
    ]);
    expect((await readProperties(lab.vim, 'CustomFieldsManager', fields, ['field'])).field?.map(({ name }) => name)).toContain(
      'deployment',
    );
    await lab.vim.call('RemoveCustomFieldDef', fields, { key: field.key });
  });

  it('registers an extension', async () => {
    const extensions = manager('extensionManager');
    expect(await lab.vim.call('FindExtension', extensions, { extensionKey: 'org.example.cpi' })).toBeUndefined();
    const extension = { key: 'org.example.cpi', version: '1', lastHeartbeatTime: new Date(0), description: { label: 'l', summary: 's' } };
    await lab.vim.call('RegisterExtension', extensions, { extension });
    expect(await lab.vim.call('FindExtension', extensions, { extensionKey: 'org.example.cpi' })).toMatchObject({ key: 'org.example.cpi' });
    await lab.vim.call('UnregisterExtension', extensions, { extensionKey: 'org.example.cpi' });
  });

  it('keeps rules and groups of a cluster', async () => {
    const cluster = await lab.find('DC0/host/DC0_C0', 'ClusterComputeResource');
    const other = await lab.find('DC0/vm/DC0_C0_RP0_VM1', 'VirtualMachine');
    await lab.vim.run('ReconfigureComputeResource_Task', cluster, {
      modify: true,
      spec: {
        $type: 'ClusterConfigSpecEx',
        groupSpec: [{ operation: 'add', info: { $type: 'ClusterVmGroup', name: 'vms', vm: [vm] } }],
        rulesSpec: [{ operation: 'add', info: { $type: 'ClusterAntiAffinityRuleSpec', name: 'apart', enabled: true, vm: [vm, other] } }],
        drsVmConfigSpec: [{ operation: 'add', info: { key: vm, enabled: false } }],
      },
    });
    const { configurationEx } = await readProperties(lab.vim, 'ClusterComputeResource', cluster, ['configurationEx']);
    expect(configurationEx?.rule).toMatchObject([{ $type: 'ClusterAntiAffinityRuleSpec', name: 'apart', vm: [vm, other] }]);
    expect(configurationEx?.group?.find(({ name }) => name === 'vms')).toMatchObject({ $type: 'ClusterVmGroup', vm: [vm] });
    const ruleKey = configurationEx?.rule?.[0]?.key;
    await lab.vim.run('ReconfigureComputeResource_Task', cluster, {
      modify: true,
      spec: { $type: 'ClusterConfigSpecEx', rulesSpec: [{ operation: 'remove', removeKey: ruleKey }] },
    });
    expect((await readProperties(lab.vim, 'ClusterComputeResource', cluster, ['configurationEx'])).configurationEx?.rule ?? []).toEqual([]);
  });

  it('asks a datastore cluster where to put a clone', async () => {
    const pod = await lab.find('DC0/datastore/DC0_POD0', 'StoragePod');
    await lab.vim.run('MoveIntoFolder_Task', pod, { list: [datastore] });
    const pool = await lab.find('DC0/host/DC0_C0/Resources', 'ResourcePool');
    const folder = await lab.find('DC0/vm', 'Folder');
    const storageSpec: Data<'StoragePlacementSpec'> = {
      type: 'clone',
      podSelectionSpec: { storagePod: pod, initialVmConfig: [{ storagePod: pod }] },
      vm,
      folder,
      cloneName: 'placed',
      cloneSpec: { location: { pool }, powerOn: false, template: false },
    };
    const { recommendations = [] } = await lab.vim.call('RecommendDatastores', manager('storageResourceManager'), { storageSpec });
    expect(recommendations[0]?.action).toMatchObject([{ $type: 'StoragePlacementAction', destination: datastore }]);
  });

  it('upgrades, reboots and answers, or says why not', async () => {
    await expect(lab.vim.run('UpgradeVM_Task', vm, { version: 'vmx-09' })).rejects.toMatchObject({ faultClass: 'AlreadyUpgraded' });
    await lab.vim.run('PowerOnVM_Task', vm, {});
    await expect(lab.vim.call('RebootGuest', vm, {})).rejects.toMatchObject({ faultClass: 'ToolsUnavailable' });
    await expect(lab.vim.call('AnswerVM', vm, { questionId: 'q', answerChoice: '0' })).rejects.toMatchObject({
      faultClass: 'MethodNotFound',
    });
    await expect(lab.vim.run('PowerOnVM_Task', vm, {})).rejects.toMatchObject({
      faultClass: 'InvalidPowerState',
      detail: { existingState: 'poweredOn' },
    });
    const { runtime } = await readProperties(lab.vim, 'VirtualMachine', vm, ['runtime']);
    expect(runtime).toMatchObject({ powerState: 'poweredOn', connectionState: 'connected', host: { type: 'HostSystem' } });
  });

  it('gets a ticket for a host, and reads its state', async () => {
    const spec = { $type: 'SessionManagerHttpServiceRequestSpec', method: 'httpPut', url: 'https://host/folder/x?dsName=d' } as const;
    expect((await lab.vim.call('AcquireGenericServiceTicket', manager('sessionManager'), { spec })).id).toMatch(/./);
    const hosts = await listObjects(lab.vim, 'HostSystem', [
      'summary.quickStats.overallMemoryUsage',
      'hardware.memorySize',
      'runtime.inMaintenanceMode',
    ]);
    expect(hosts.length).toBeGreaterThan(0);
    for (const { properties } of hosts) {
      expect(properties['runtime.inMaintenanceMode']).toBe(false);
      expect(Number(properties['hardware.memorySize'])).toBeGreaterThan(0);
    }
  });
});
