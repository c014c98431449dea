import { listObjects, type Ref, readProperties, VSphereFault } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';

describe.skipIf(!(await vcsimAvailable()))('tasks', () => {
  let lab: VsphereLab;
  let source: Ref<'VirtualMachine'>;
  let folder: Ref<'Folder'>;
  let pool: Ref<'ResourcePool'>;
  const clone = (name: string): Promise<Ref<'VirtualMachine'>> =>
    lab.vim.run('CloneVM_Task', source, { folder, name, spec: { location: { pool }, powerOn: false, template: false } });
  beforeAll(async () => {
    lab = await startVsphereLab({ taskDelays: { PowerOnVM_Task: 200, Rename_Task: 60_000 }, poweredOn: false });
    source = await lab.find('DC0/vm/DC0_C0_RP0_VM0', 'VirtualMachine');
    folder = await lab.find('DC0/vm', 'Folder');
    pool = await lab.find('DC0/host/DC0_C0/Resources', 'ResourcePool');
  });
  afterEach(() => lab.vcsim.clearRules());
  afterAll(async () => {
    await lab?.stop();
  });

  it('clone, reconfigure, power and destroy a VM', async () => {
    const vm = await clone('made');
    expect(vm).toEqual({ type: 'VirtualMachine', value: expect.stringMatching(/^vm-/) });
    const { 'config.hardware.device': devices = [] } = await readProperties(lab.vim, 'VirtualMachine', vm, ['config.hardware.device']);
    const controller = devices.find(
      (device) => device.$type === 'ParaVirtualSCSIController' || device.$type === 'VirtualLsiLogicController',
    );
    await lab.vim.run('ReconfigVM_Task', vm, {
      spec: {
        memoryMB: 2048,
        numCPUs: 3,
        extraConfig: [{ $type: 'OptionValue', key: 'guestinfo.userdata', value: '<&>"é' }],
        deviceChange: [
          {
            operation: 'add',
            fileOperation: 'create',
            device: {
              $type: 'VirtualDisk',
              key: -1,
              controllerKey: controller?.key,
              unitNumber: 5,
              capacityInKB: 4096,
              backing: {
                $type: 'VirtualDiskFlatVer2BackingInfo',
                fileName: '[LocalDS_0] made/ephemeral.vmdk',
                diskMode: 'persistent',
                thinProvisioned: true,
              },
            },
          },
          {
            operation: 'add',
            device: {
              $type: 'VirtualVmxnet3',
              key: -2,
              backing: { $type: 'VirtualEthernetCardNetworkBackingInfo', deviceName: 'VM Network' },
            },
          },
        ],
      },
    });
    const { config } = await readProperties(lab.vim, 'VirtualMachine', vm, ['config']);
    expect(config?.hardware).toMatchObject({ memoryMB: 2048, numCPU: 3 });
    expect(config?.hardware.device?.find((device) => device.$type === 'VirtualDisk' && device.unitNumber === 5)).toMatchObject({
      capacityInKB: 4096,
    });
    expect(config?.extraConfig?.find(({ key }) => key === 'guestinfo.userdata')?.value).toBe('<&>"é');
    await lab.vim.run('PowerOnVM_Task', vm, {});
    await expect(lab.vim.run('Destroy_Task', vm, {})).rejects.toMatchObject({ faultClass: 'InvalidPowerState' });
    await lab.vim.run('PowerOffVM_Task', vm, {});
    await lab.vim.run('Destroy_Task', vm, {});
    await expect(readProperties(lab.vim, 'VirtualMachine', vm, ['name'])).rejects.toMatchObject({ code: 'ObjectNotFound' });
  });

  it('give the result that their method has', async () => {
    const datacenter = await lab.find('DC0', 'Datacenter');
    const snapshot = await lab.vim.run('CreateSnapshot_Task', source, { name: 'initial', memory: false, quiesce: false });
    expect(snapshot.type).toBe('VirtualMachineSnapshot');
    const powered = await lab.vim.run('PowerOnMultiVM_Task', datacenter, { vm: [source] });
    const [attempted] = powered.attempted ?? [];
    expect(attempted?.vm).toEqual(source);
    if (attempted?.task !== undefined) await lab.vim.tasks.wait(attempted.task, 'PowerOnMultiVM_Task');
    const [datastore] = await listObjects(lab.vim, 'Datastore', ['browser']);
    const browser = datastore?.properties.browser;
    if (browser === undefined) throw new Error('no browser');
    const found = await lab.vim.run('SearchDatastore_Task', browser, {
      datastorePath: '[LocalDS_0] DC0_C0_RP0_VM0',
      searchSpec: { query: [{ $type: 'VmDiskFileQuery' }], matchPattern: ['*.vmdk'] },
    });
    expect(found.file?.map((file) => file.path)).toEqual(['disk1.vmdk']);
  });

  it('fail with the class of their fault, which knows its ancestors', async () => {
    await lab.vcsim.addRule({ method: 'CloneVM_Task', task: true, fault: 'NoDiskSpace', times: 1 });
    const error = await clone('never').catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'VSphereFault',
      faultClass: 'NoDiskSpace',
      method: 'CloneVM_Task',
      object: `VirtualMachine ${source.value}`,
    });
    expect([VSphereFault.is(error, 'FileFault'), VSphereFault.is(error, 'VimFault'), VSphereFault.is(error, 'RuntimeFault')]).toEqual([
      true,
      true,
      false,
    ]);
    const vm = await clone('second-try');
    await expect(clone('second-try')).rejects.toMatchObject({ faultClass: 'DuplicateName', detail: { name: 'second-try', object: vm } });
  });

  it('fail as calls too', async () => {
    await lab.vcsim.addRule({ method: 'CreateFolder', nth: 2, times: 1, fault: 'NoPermission' });
    await lab.vim.call('CreateFolder', folder, { name: 'one' });
    await expect(lab.vim.call('CreateFolder', folder, { name: 'two' })).rejects.toMatchObject({
      code: 'VSphereFault',
      faultClass: 'NoPermission',
    });
    expect((await lab.vim.call('CreateFolder', folder, { name: 'two' })).type).toBe('Folder');
  });

  it('are waited for together: thirty with a wait or two, and none asked twice', async () => {
    const vms = await Promise.all(Array.from({ length: 30 }, (_, index) => clone(`many-${index}`)));
    const before = await lab.vcsim.calls();
    await Promise.all(vms.map((vm) => lab.vim.run('PowerOnVM_Task', vm, {})));
    const after = await lab.vcsim.calls();
    const count = (name: string): number => (after[name] ?? 0) - (before[name] ?? 0);
    expect(count('PowerOnVM_Task')).toBe(30);
    expect(count('WaitForUpdatesEx')).toBeLessThan(30);
    expect(count('CreateFilter')).toBe(0);
    expect(count('RetrievePropertiesEx')).toBe(0);
  });

  it('may be waited for twice, and left alone', async () => {
    const vm = await clone('left-alone');
    const task = await lab.vim.call('Rename_Task', vm, { newName: 'renamed' });
    const left = new AbortController();
    const waiting = lab.vim.tasks.wait(task, 'Rename_Task', { signal: left.signal });
    const other = await lab.connect();
    const cut = other.tasks.wait(task, 'Rename_Task');
    left.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    const closed = expect(cut).rejects.toMatchObject({ code: 'VSphereClosed' });
    await other.close();
    await closed;
    // Others are not held up by the one that still runs.
    await lab.vim.run('PowerOnVM_Task', await clone('meanwhile'), {});
    const powered = await lab.vim.call('PowerOffVM_Task', await lab.find('DC0/vm/meanwhile', 'VirtualMachine'), {});
    expect(await Promise.all([lab.vim.tasks.wait(powered, 'PowerOffVM_Task'), lab.vim.tasks.wait(powered, 'PowerOffVM_Task')])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('that nobody knows are not waited for', async () => {
    await expect(lab.vim.tasks.wait({ type: 'Task', value: 'task-0' }, 'CloneVM_Task')).rejects.toMatchObject({ code: 'ObjectNotFound' });
  });
});
