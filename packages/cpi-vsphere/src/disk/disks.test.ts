import type { DiskCid, StemcellCid } from '@bosh6/cpi-protocol';
import { downloadFile, parseDatastorePath, type Ref, readProperties } from '@bosh6/vim25';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attachPersistentDisk } from '../devices/disk-specs.js';
import { backingOf, disksOf, systemDiskOf } from '../devices/hardware.js';
import { context, requestFor, type Simulated, simulate } from '../testing/simulated.js';
import { onVcsim } from '../testing/vcsim.js';
import { extraConfigOf } from '../vm/extra-config.js';
import { recordSpec } from '../vm/persistent-disks.js';

onVcsim('persistent disks on vSphere', () => {
  let on: Simulated;
  let stemcell: StemcellCid;
  beforeAll(async () => {
    on = await simulate({ datastores: 3 });
    stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
  }, 180_000);
  afterAll(() => on.stop());

  async function contentOf(path: string): Promise<string> {
    const { body } = await downloadFile(on.vim, { datacenter: 'DC0', ...parseDatastorePath(path) });
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
  const files = async (): Promise<string[]> =>
    (await on.left()).files.filter((file) => file.includes('BOSH_Disks') && !file.includes('-flat'));
  async function vm(number: number, more = {}) {
    const { cid } = await on.cpi.createVm(requestFor(stemcell, number, more), context());
    const inventoryPath = `DC0/vm/BOSH_VMs/${cid}`;
    const ref = (await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, {
      inventoryPath,
    })) as Ref<'VirtualMachine'>;
    return { cid, ref };
  }

  it('grow, and do not shrink', async () => {
    const disk = await on.cpi.createDisk(64, { type: 'thin' }, undefined, context());
    const [path = ''] = await files();
    expect(path).toBe(`[LocalDS_1] BOSH_Disks/${disk}.vmdk`);
    expect(await contentOf(path)).toContain(`RW ${64 * 2048} `);
    await on.cpi.resizeDisk(disk, 128, context());
    expect(await contentOf(path)).toContain(`RW ${128 * 2048} `);
    await expect(on.cpi.resizeDisk(disk, 32, context())).rejects.toMatchObject({ message: expect.stringContaining(disk) });
    await expect(on.cpi.resizeDisk('disk-none' as DiskCid, 32, context())).rejects.toMatchObject({ code: 'DiskNotFound' });
    await on.cpi.deleteDisk(disk, context());
  });

  it('go where another type wants them, and are called by a cid that says so', async () => {
    const disk = await on.cpi.createDisk(64, {}, undefined, context());
    const moved = (await on.cpi.updateDisk?.(disk, 96, { datastores: ['LocalDS_2'] }, context())) as DiskCid;
    expect(moved).toMatch(new RegExp(`^${disk}\\..+`));
    const [path = ''] = await files();
    expect(path).toBe(`[LocalDS_2] BOSH_Disks/${disk}.vmdk`);
    expect(await contentOf(path)).toContain(`RW ${96 * 2048} `);
    expect(await on.cpi.updateDisk?.(moved, 96, { datastores: ['LocalDS_2'] }, context())).toBeUndefined();
    const { cid } = await vm(1);
    await on.cpi.attachDisk(cid, moved, context());
    expect(await on.cpi.getDisks(cid, context())).toEqual([moved]);
    await on.cpi.deleteVm(cid, context());
    await on.cpi.deleteDisk(moved, context());
    expect(await files()).toEqual([]);
  });

  it('are told to the agent by place or, where VMs have UUIDs of disks, by that', async () => {
    const disk = await on.cpi.createDisk(64, {}, undefined, context());
    const one = await vm(2);
    expect(await on.cpi.attachDisk(one.cid, disk, context())).toBe('2');
    expect(await on.cpi.attachDisk(one.cid, disk, context())).toBe('2');
    await on.cpi.detachDisk(one.cid, disk, context());
    const cloudProperties = { cpu: 1, ram: 512, disk: 1024, vmx_options: { 'disk.enableUUID': true } };
    const two = await vm(3, { cloudProperties });
    const hint = await on.cpi.attachDisk(two.cid, disk, context());
    const read = await readProperties(on.vim, 'VirtualMachine', two.ref, ['config.hardware.device', 'config.extraConfig']);
    const attached = disksOf(read['config.hardware.device'] ?? []).find((device) => backingOf(device)?.fileName.includes(disk));
    expect(extraConfigOf(read['config.extraConfig']).get('disk.enableUUID')).toBe('TRUE');
    expect(attached === undefined ? undefined : backingOf(attached)?.diskMode).toBe('independent_persistent');
    expect(hint).toEqual({ id: attached === undefined ? undefined : backingOf(attached)?.uuid?.toLowerCase() });
    for (const { cid } of [one, two]) await on.cpi.deleteVm(cid, context());
    await on.cpi.deleteDisk(disk, context());
  });

  const find = (inventoryPath: string) =>
    on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, { inventoryPath });

  /** A VM with a disk, as Storage vMotion leaves it: the disk's file is called after the VM, and is elsewhere. */
  async function migrated(number: number) {
    const disk = await on.cpi.createDisk(64, {}, undefined, context());
    const { cid, ref } = await vm(number);
    const fileManager = on.vim.content.fileManager as Ref<'FileManager'>;
    const datacenter = (await find('DC0')) as Ref<'Datacenter'>;
    await on.vim.call('MakeDirectory', fileManager, { name: `[LocalDS_2] moved${number}`, datacenter, createParentDirectories: true });
    const manager = on.vim.content.virtualDiskManager as Ref<'VirtualDiskManager'>;
    const renamed = `[LocalDS_2] moved${number}/vm_3.vmdk`;
    const ends = { sourceDatacenter: datacenter, destName: renamed, destDatacenter: datacenter };
    await on.vim.run('MoveVirtualDisk_Task', manager, { sourceName: `[LocalDS_1] BOSH_Disks/${disk}.vmdk`, ...ends });
    const devices = async () =>
      (await readProperties(on.vim, 'VirtualMachine', ref, ['config.hardware.device']))['config.hardware.device'] ?? [];
    const controllerKey = systemDiskOf(await devices())?.controller.key ?? 0;
    const datastore = (await find('DC0/datastore/LocalDS_2')) as Ref<'Datastore'>;
    const deviceChange = [attachPersistentDisk({ controllerKey, unitNumber: 5 }, { key: -1, fileName: renamed, datastore })];
    await on.vim.run('ReconfigVM_Task', ref, { spec: { deviceChange } });
    const key = disksOf(await devices()).find((device) => backingOf(device)?.fileName === renamed)?.key ?? 0;
    // the record still tells where the file was
    const property = [recordSpec(key, disk, `[LocalDS_1] BOSH_Disks/${disk}.vmdk`)];
    await on.vim.run('ReconfigVM_Task', ref, { spec: { vAppConfig: { property } } });
    return { disk, cid, home: `[LocalDS_2] BOSH_Disks/${disk}.vmdk` };
  }

  it('are found after Storage vMotion renamed their file, and go back to their name when they are taken off', async () => {
    const { disk, cid, home } = await migrated(4);
    expect(await on.cpi.hasDisk(disk, context())).toBe(true);
    expect(await on.cpi.getDisks(cid, context())).toEqual([disk]);
    await on.cpi.detachDisk(cid, disk, context());
    expect(await files()).toEqual([home]);
    await on.cpi.deleteVm(cid, context());
    await on.cpi.deleteDisk(disk, context());
  });

  it('go back to their name when the VM is deleted', async () => {
    const { disk, cid, home } = await migrated(6);
    await on.cpi.deleteVm(cid, context());
    expect(await files()).toEqual([home]);
    await on.cpi.deleteDisk(disk, context());
  });

  it.each(['detach', 'delete'])('are not lost when a call fails between taking them off and giving them their name: %s', async (next) => {
    const { disk, cid, home } = await migrated(next === 'detach' ? 7 : 8);
    await on.vcsim.addRule({ method: 'MoveVirtualDisk_Task', fault: 'HostNotConnected', times: 1 });
    await expect(on.cpi.detachDisk(cid, disk, context())).rejects.toMatchObject({ code: 'CloudError', retryable: true });
    expect(await on.cpi.hasDisk(disk, context())).toBe(true);
    expect(await on.cpi.getDisks(cid, context())).toEqual([]);
    if (next === 'detach') await on.cpi.detachDisk(cid, disk, context());
    else await on.cpi.deleteVm(cid, context());
    expect(await files()).toEqual([home]);
    await on.vcsim.clearRules();
    if (next === 'detach') await on.cpi.deleteVm(cid, context());
    await on.cpi.deleteDisk(disk, context());
  });

  it('that a VM’s host cannot see, or their pattern leaves out, are moved', async () => {
    const disk = await on.cpi.createDisk(64, {}, undefined, context());
    const cpi = on.cpiWith({}, { persistent_datastore_pattern: 'LocalDS_2' });
    const { cid } = await vm(5);
    await cpi.attachDisk(cid, disk, context());
    expect(await files()).toEqual([`[LocalDS_2] BOSH_Disks/${disk}.vmdk`]);
    await cpi.deleteVm(cid, context());
    await cpi.deleteDisk(disk, context());
  });
});
