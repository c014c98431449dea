import { listObjects, readObjects, readProperties, retrievePages, viewSpec, waitUntil } from '@bosh6/vim25';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';

describe.skipIf(!(await vcsimAvailable()))('an inventory of 2,000 VMs', () => {
  let lab: VsphereLab;
  const difference = async (work: () => Promise<unknown>): Promise<Record<string, number>> => {
    const before = await lab.vcsim.calls();
    await work();
    const after = await lab.vcsim.calls();
    return Object.fromEntries(
      Object.entries(after).flatMap(([name, count]) => (count === before[name] ? [] : [[name, count - (before[name] ?? 0)]])),
    );
  };
  beforeAll(async () => {
    lab = await startVsphereLab({ vms: 2000, poweredOn: false, networks: ['vlan-a', 'vlan-b'], portGroups: 3, clusters: 1 });
  });
  afterAll(async () => {
    await lab?.stop();
  });

  it('is read in pages, and its view destroyed', async () => {
    const calls = await difference(async () => {
      const rows = await listObjects(lab.vim, 'VirtualMachine', ['name', 'config.instanceUuid', 'runtime.powerState'], { pageSize: 300 });
      expect(new Set(rows.map(({ properties }) => properties.name)).size).toBe(2000);
      expect(new Set(rows.map(({ ref }) => ref.value)).size).toBe(2000);
      expect(rows.every(({ properties }) => properties['runtime.powerState'] === 'poweredOff')).toBe(true);
      expect(rows.every(({ missing }) => Object.keys(missing).length === 0)).toBe(true);
    });
    expect(calls).toEqual({ CreateContainerView: 1, RetrievePropertiesEx: 1, ContinueRetrievePropertiesEx: 6, DestroyView: 1 });
  });

  it('need not be read to its end', async () => {
    const { viewManager, rootFolder } = lab.vim.content;
    if (viewManager === undefined) throw new Error('no view manager');
    const view = await lab.vim.call('CreateContainerView', viewManager, {
      container: rootFolder,
      type: ['VirtualMachine'],
      recursive: true,
    });
    const calls = await difference(async () => {
      for await (const page of retrievePages<'VirtualMachine', 'name'>(lab.vim, viewSpec(view, 'VirtualMachine', ['name']), {
        pageSize: 10,
      })) {
        expect(page).toHaveLength(10);
        break;
      }
    });
    // The simulator has no CancelRetrievePropertiesEx; that it is asked shows in the count.
    expect(calls).toEqual({ RetrievePropertiesEx: 1, CancelRetrievePropertiesEx: 1 });
    await lab.vim.call('DestroyView', view, {});
  });

  it('reads networks of every kind as networks', async () => {
    const rows = await listObjects(lab.vim, 'Network', ['name']);
    const names = rows.map(({ ref, properties }) => `${ref.type} ${properties.name}`);
    expect(names).toEqual(
      expect.arrayContaining(['Network VM Network', 'Network vlan-a', 'Network vlan-b', 'DistributedVirtualPortgroup DC0_DVPG2']),
    );
  });

  it('reads lists as lists, also of one', async () => {
    const datacenter = await lab.find('DC0', 'Datacenter');
    const { datastore, datastoreFolder } = await readProperties(lab.vim, 'Datacenter', datacenter, ['datastore', 'datastoreFolder']);
    expect(datastore).toEqual([{ type: 'Datastore', value: expect.any(String) }]);
    expect(datastoreFolder?.type).toBe('Folder');
  });

  it('reads devices by class, and 64-bit numbers as numbers', async () => {
    const vm = await lab.find('DC0/vm/DC0_C0_RP0_VM0', 'VirtualMachine');
    const { 'config.hardware.device': devices = [] } = await readProperties(lab.vim, 'VirtualMachine', vm, ['config.hardware.device']);
    const disk = devices.find((device) => device.$type === 'VirtualDisk');
    expect(disk).toMatchObject({
      capacityInKB: expect.any(Number),
      backing: { $type: 'VirtualDiskFlatVer2BackingInfo', thinProvisioned: true },
    });
    const [datastore] = await listObjects(lab.vim, 'Datastore', ['summary', 'host']);
    expect(Number(datastore?.properties.summary?.capacity)).toBeGreaterThan(0);
    expect(datastore?.properties.host?.[0]?.mountInfo.accessible).toBeTypeOf('boolean');
  });

  it('tells objects that are gone from those that are there', async () => {
    const vm = await lab.find('DC0/vm/DC0_C0_RP0_VM1', 'VirtualMachine');
    const gone = { type: 'VirtualMachine', value: 'vm-0' } as const;
    await expect(readProperties(lab.vim, 'VirtualMachine', gone, ['name'])).rejects.toMatchObject({ code: 'ObjectNotFound' });
    await expect(readProperties(lab.vim, 'VirtualMachine', vm, ['nonsense'])).rejects.toMatchObject({
      code: 'PropertyUnreadable',
      details: { path: 'nonsense', faultClass: 'InvalidProperty' },
    });
    expect(await readObjects(lab.vim, 'VirtualMachine', [], ['name'])).toEqual([]);
    const rows = await readObjects(lab.vim, 'VirtualMachine', [vm], ['name']);
    expect(rows.map(({ properties }) => properties.name)).toEqual(['DC0_C0_RP0_VM1']);
  });

  it('tells when a property is as wanted, without asking again and again', async () => {
    const vm = await lab.find('DC0/vm/DC0_C0_RP0_VM2', 'VirtualMachine');
    const seen: unknown[] = [];
    const waiting = waitUntil(lab.vim, 'VirtualMachine', vm, ['runtime.powerState'], (properties) => {
      seen.push(properties['runtime.powerState']);
      return properties['runtime.powerState'] === 'poweredOn';
    });
    await lab.vim.run('PowerOnVM_Task', vm, {});
    await waiting;
    expect(seen.at(-1)).toBe('poweredOn');
    const gone = new AbortController();
    const never = waitUntil(lab.vim, 'VirtualMachine', vm, ['name'], () => false, { signal: gone.signal });
    gone.abort(new Error('enough'));
    await expect(never).rejects.toThrow('enough');
  });
});
