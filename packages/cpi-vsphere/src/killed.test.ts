import type { Json } from '@bosh6/base';
import type { DiskCid, StemcellCid, VmCid } from '@bosh6/cpi-protocol';
import { listObjects, type Ref } from '@bosh6/vim25';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { nicsOf } from './devices/hardware.js';
import { type Killing, killing } from './testing/killing.js';
import { context, networksOf, requestFor, type Simulated, simulate } from './testing/simulated.js';
import { onVcsim } from './testing/vcsim.js';
import { extraConfigOf, marks } from './vm/extra-config.js';

const paths = ['name', 'config.version', 'config.extraConfig', 'config.hardware.device', 'snapshot', 'runtime.powerState'] as const;

onVcsim('a call that is killed half-way, made again with its request id', () => {
  let on: Simulated;
  let stemcell: StemcellCid;
  let killedAt: Killing['again'];
  beforeAll(async () => {
    on = await simulate();
    killedAt = killing(on).again;
    stemcell = await on.cpi.createStemcell(on.imagePath, {}, undefined, context());
  }, 180_000);
  afterAll(() => on.stop());
  afterEach(() => on.vcsim.clearRules());

  const leftIs = async (what: unknown): Promise<void> => {
    await expect.poll(() => on.left(), { timeout: 10_000 }).toEqual(what);
  };
  // the step ends although its caller is gone; a simulator that is asked for steps on a VM that went meanwhile ends itself
  type Seen = Partial<{ [P in (typeof paths)[number]]: unknown }>;
  const one = (holds: (vm: Seen) => boolean) => async () => {
    const { vms } = await on.left();
    const all = await listObjects(on.vim, 'VirtualMachine', paths);
    return all.some(({ properties }) => vms.includes(String(properties.name)) && properties.name !== stemcell && holds(properties));
  };

  it.each([
    ['ImportVApp', one(() => true)],
    ['HttpNfcLeaseComplete', one(() => true)],
    ['ReconfigVM_Task', one((vm) => nicsOf(vm['config.hardware.device'] as never).length === 0)],
    ['UpgradeVM_Task', one((vm) => vm['config.version'] === 'vmx-17')],
    ['CreateSnapshot_Task', one((vm) => vm.snapshot !== undefined)],
  ])('create_stemcell, at %s', async (step, effect) => {
    const before = await on.left();
    const cid = await killedAt(step, 1, effect, 'create_stemcell', [on.imagePath, {}]);
    expect((await on.left()).vms.sort()).toEqual([...before.vms, cid].sort());
    await on.cpi.deleteStemcell(cid as StemcellCid, context());
    await leftIs(before);
  });

  it.each([
    ['CloneVM_Task', one(() => true)],
    ['UpgradeVM_Task', one((vm) => vm['config.version'] === 'vmx-21')],
    ['ReconfigVM_Task', one((vm) => extraConfigOf(vm['config.extraConfig'] as never).has(marks.networks))],
    ['PowerOnMultiVM_Task', one((vm) => vm['runtime.powerState'] === 'poweredOn')],
  ])('create_vm, at %s', async (step, effect) => {
    const before = await on.left();
    const { agentId, cloudProperties, env } = requestFor(stemcell, 1);
    const args = [agentId, stemcell, { ...cloudProperties, upgrade_hw_version: true }, networksOf(1), [], env];
    const [cid, networks] = (await killedAt(step, 1, effect, 'create_vm', args)) as [VmCid, Json];
    expect(Object.keys(networks as object)).toEqual(Object.keys(networksOf(1)));
    expect((await on.left()).vms.sort()).toEqual([...before.vms, cid].sort());
    await on.cpi.deleteVm(cid, context());
    await leftIs(before);
  });

  it.each([
    ['CloneVM_Task', one(({ name }) => String(name).startsWith(`${stemcell}_`))],
    ['CreateSnapshot_Task', one(({ name, snapshot }) => String(name).startsWith(`${stemcell}_`) && snapshot !== undefined)],
  ])('create_vm, at %s of the stemcell’s copy', async (step, effect) => {
    const { agentId, env } = requestFor(stemcell, 3);
    const cloudProperties = { cpu: 1, ram: 512, disk: 1024, datastores: ['LocalDS_1'] };
    const [cid] = (await killedAt(step, 1, effect, 'create_vm', [agentId, stemcell, cloudProperties, networksOf(3), [], env])) as [VmCid];
    const copies = (await on.left()).vms.filter((name) => name.startsWith(`${stemcell}_`));
    expect(copies).toHaveLength(1);
    await on.cpi.deleteVm(cid, context());
    const copy = await on.vim.call('FindByInventoryPath', on.vim.content.searchIndex as Ref<'SearchIndex'>, {
      inventoryPath: `DC0/vm/BOSH_Templates/${copies[0]}`,
    });
    await on.vim.run('Destroy_Task', copy as Ref<'VirtualMachine'>, {});
  });

  it('create_disk, at CreateVirtualDisk_Task', async () => {
    const before = await on.left();
    const begun = async () => (await on.left()).files.length > before.files.length;
    const cid = await killedAt('CreateVirtualDisk_Task', 1, begun, 'create_disk', [64, {}, null]);
    await on.cpi.deleteDisk(cid as DiskCid, context());
    await leftIs(before);
  });

  it('snapshot_disk, at CopyVirtualDisk_Task', async () => {
    const before = await on.left();
    const disk = await on.cpi.createDisk(64, {}, undefined, context());
    const begun = async () => (await on.left()).files.some((file) => file.includes('snapshot-'));
    const cid = await killedAt('CopyVirtualDisk_Task', 1, begun, 'snapshot_disk', [disk, {}]);
    await on.cpi.deleteSnapshot(cid as never, context());
    await on.cpi.deleteDisk(disk, context());
    await leftIs(before);
  });

  it.each([1, 2])('attach_disk, at its step %i', async (nth) => {
    const disk = await on.cpi.createDisk(64, { datastores: ['LocalDS_1'] }, undefined, context());
    const { cid } = await on.cpi.createVm(requestFor(stemcell, 2), context());
    const begun = async () => (await on.cpi.getDisks(cid, context())).includes((nth === 1 ? disk.replace(/\..*/, '') : disk) as DiskCid);
    const hint = await killedAt('ReconfigVM_Task', nth, begun, 'attach_disk', [cid, disk]);
    expect(hint).toBe('2');
    expect(await on.cpi.getDisks(cid, context())).toEqual([disk]);
    await on.cpi.deleteVm(cid, context());
    expect(await on.cpi.hasDisk(disk, context())).toBe(true);
    await on.cpi.deleteDisk(disk, context());
  });

  it('leaves nothing', async () => {
    await on.cpi.deleteStemcell(stemcell, context());
    await leftIs({ vms: [], files: [] });
  });
});
