import { randomUUID } from 'node:crypto';
import type { DiskCid, SnapshotCid, StemcellCid, VmCid } from '@bosh6/cpi-protocol';
import { listObjects } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Inventory } from './testing/inventory.js';
import { type Killing, killing } from './testing/killing.js';
import { context, networksOf, requestFor, type Simulated, simulate } from './testing/simulated.js';
import { onVcsim } from './testing/vcsim.js';

onVcsim('calls that change or delete things, killed half-way', () => {
  let on: Simulated;
  let cpi: Killing;
  let stemcell: StemcellCid;
  let vm: VmCid;
  let before: Inventory;
  beforeAll(async () => {
    on = await simulate();
    cpi = killing(on);
    stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
    before = await on.left();
  }, 180_000);
  afterAll(() => on.stop());
  // whatever was killed, nothing stays once the next call has done what it was to do
  afterEach(async () => {
    await on.vcsim.clearRules();
    await expect.poll(() => on.left(), { timeout: 10_000 }).toEqual(before);
  });

  const newVm = async (): Promise<void> => {
    ({ cid: vm } = await on.cpi.createVm(requestFor(stemcell, 1), context()));
  };
  const newDisk = (size = 64): Promise<DiskCid> => on.cpi.createDisk(size, {}, undefined, context());
  const disksOfVm = (): Promise<DiskCid[]> => on.cpi.getDisks(vm, context());
  const files = async (name: string): Promise<string[]> => (await on.left()).files.filter((file) => file.includes(name));
  const isOn = async (): Promise<boolean> => {
    const all = await listObjects(on.vim, 'VirtualMachine', ['name', 'runtime.powerState']);
    return all.some(({ properties }) => properties.name === vm && properties['runtime.powerState'] === 'poweredOn');
  };

  it('detach_disk: the next call takes it off, or says that it is off already', async () => {
    await newVm();
    const disk = await newDisk();
    await on.cpi.attachDisk(vm, disk, context());
    const requestId = await cpi.kill('ReconfigVM_Task', 1, async () => (await disksOfVm()).length === 0, 'detach_disk', [vm, disk]);
    const { error } = await cpi.call('detach_disk', [vm, disk], requestId);
    expect(error).toMatchObject({ type: 'Bosh::Clouds::DiskNotAttached', message: expect.stringContaining(disk) });
    await on.cpi.deleteVm(vm, context());
    await on.cpi.deleteDisk(disk, context());
  });

  it.each<[string, number, () => Promise<boolean>]>([
    ['PowerOffVM_Task', 1, async () => !(await isOn())],
    ['ReconfigVM_Task', 1, async () => (await disksOfVm()).length === 0],
    ['DeleteDatastoreFile_Task', 1, async () => true],
  ])('delete_vm, at %s: the next call deletes it, and its disk stays', async (step, nth, effect) => {
    await newVm();
    const disk = await newDisk();
    await on.cpi.attachDisk(vm, disk, context());
    await cpi.again(step, nth, effect, 'delete_vm', [vm]);
    expect(await on.cpi.hasVm(vm, context())).toBe(false);
    expect(await on.cpi.hasDisk(disk, context())).toBe(true);
    await on.cpi.deleteDisk(disk, context());
  });

  it('delete_vm, at Destroy_Task: the next call says that it is gone', async () => {
    await newVm();
    const requestId = await cpi.kill('Destroy_Task', 1, async () => !(await on.cpi.hasVm(vm, context())), 'delete_vm', [vm]);
    const { error } = await cpi.call('delete_vm', [vm], requestId);
    expect(error).toMatchObject({ type: 'Bosh::Clouds::VMNotFound', message: expect.stringContaining(vm) });
  });

  it('delete_disk: the next call says that it is gone', async () => {
    const disk = await newDisk();
    const requestId = await cpi.kill('DeleteVirtualDisk_Task', 1, async () => (await files(disk)).length === 0, 'delete_disk', [disk]);
    expect((await cpi.call('delete_disk', [disk], requestId)).error).toMatchObject({ type: 'Bosh::Clouds::DiskNotFound' });
  });

  it('resize_disk: the next call leaves it at the size', async () => {
    const disk = await newDisk();
    await cpi.again('ExtendVirtualDisk_Task', 1, async () => true, 'resize_disk', [disk, 128]);
    await on.cpi.deleteDisk(disk, context());
  });

  it('update_disk, while it is moved: the next call answers with its new cid', async () => {
    const disk = await newDisk();
    const moved = async () => (await files(disk)).some((file) => file.startsWith('[LocalDS_0]'));
    const cid = await cpi.again('MoveVirtualDisk_Task', 1, moved, 'update_disk', [disk, 64, { datastores: ['LocalDS_0'] }]);
    expect(cid).toMatch(new RegExp(`^${disk}\\..+`));
    await on.cpi.deleteDisk(cid as DiskCid, context());
  });

  it('delete_snapshot, delete_stemcell: the next call finds nothing to do', async () => {
    const disk = await newDisk();
    const snapshot: SnapshotCid = await on.cpi.snapshotDisk(disk, {}, context());
    await cpi.again('DeleteVirtualDisk_Task', 1, async () => (await files(snapshot)).length === 0, 'delete_snapshot', [snapshot]);
    await on.cpi.deleteDisk(disk, context());
    const other = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
    await cpi.again('Destroy_Task', 1, async () => !(await on.left()).vms.includes(other), 'delete_stemcell', [other]);
  });

  it('reboot_vm and set_vm_metadata: the next call does it', async () => {
    await newVm();
    await cpi.again('SetField', 1, async () => true, 'set_vm_metadata', [vm, { director: 'd', job: 'j' }]);
    await cpi.again('PowerOffVM_Task', 1, async () => !(await isOn()), 'reboot_vm', [vm]);
    expect(await isOn()).toBe(true);
    await on.cpi.deleteVm(vm, context());
  });

  describe('undo_create deletes what was made', () => {
    const vmArgs = () => {
      const { agentId, cloudProperties, env } = requestFor(stemcell, 4);
      return [agentId, stemcell, cloudProperties, networksOf(4), [], env];
    };
    const more = async (): Promise<boolean> => (await on.left()).vms.length > before.vms.length;
    const moreFiles = async (): Promise<boolean> => (await on.left()).files.length > before.files.length;
    it.each<[string, string, () => Promise<boolean>, () => unknown[]]>([
      ['create_vm', 'CloneVM_Task', more, vmArgs],
      ['create_vm', 'PowerOnMultiVM_Task', more, vmArgs],
      ['create_stemcell', 'ImportVApp', more, () => [on.imagePath, {}]],
      ['create_stemcell', 'CreateSnapshot_Task', more, () => [on.imagePath, {}]],
      ['create_disk', 'CreateVirtualDisk_Task', moreFiles, () => [64, {}, null]],
    ])('%s, at %s', async (method, step, effect, args) => {
      const requestId = await cpi.kill(step, 1, effect, method, args());
      const { error } = await cpi.call('undo_create', [method, requestId]);
      expect(error).toBeNull();
      expect(await on.left()).toEqual(before);
      expect((await cpi.call('undo_create', [method, requestId])).error).toBeNull();
    });

    it('a VM with a name for people, and a snapshot', async () => {
      const requestId = randomUUID();
      const env = { bosh: { groups: ['d', 'dep', 'job'] } };
      const { cid } = await on.cpiWith({ enable_human_readable_name: true }).createVm(requestFor(stemcell, 5, { env }), context(requestId));
      expect(cid).toMatch(/^job_dep_/);
      await on.cpi.undoCreate?.('create_vm', requestId, context());
      const disk = await newDisk();
      await on.cpi.snapshotDisk(disk, {}, context(requestId));
      await on.cpi.undoCreate?.('snapshot_disk', requestId, context());
      await on.cpi.deleteDisk(disk, context());
    });

    it('but not by an id that is not unique', async () => {
      await expect(on.cpi.undoCreate?.('create_vm', 'cpi-123456', context())).rejects.toMatchObject({ code: 'NotSupported' });
    });
  });
});
