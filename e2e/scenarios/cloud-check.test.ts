import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { restartDirector } from '../stack/restart-director.js';
import { type Desk, headOf, openDesk } from './desk.js';

const manifest = `${headOf('tiny')}instance_groups:
- name: sleeper
  instances: 1
  azs: [z1]
  vm_type: small
  stemcell: debian
  persistent_disk: 16
  networks: [{name: default}]
  jobs: [{name: sleeper, release: broken}]
`;

/** Each problem, made for real, and each way out of it but those of healing.test.ts. */
describe('cloud-check', () => {
  let desk: Desk;
  const now = async (): Promise<Record<string, string>> => (await desk.instances('sleeper'))[0] ?? {};
  const cid = async (): Promise<string> => (await now()).vm_cid ?? '';
  const machine = async (): Promise<{ cid: string; pid?: number } | undefined> => (await desk.stack.lab.status()).vms[0];
  const problems = async (): Promise<string[]> => (await desk.rows('cck', '--report')).map(({ type = '' }) => type);
  const resolve = async (way: string): Promise<void> => void expectDone(await desk.bosh('cck', `--resolution=${way}`));
  const powerOff = async (): Promise<void> => {
    process.kill((await machine())?.pid ?? Number.NaN, 'SIGKILL');
    const left = await eventually(machine, (vm) => vm?.pid === undefined);
    expect(left?.pid).toBeUndefined();
  };
  const isWhole = async (): Promise<void> => {
    const row = await eventually(now, ({ process_state: state }) => state === 'running');
    expect(row.process_state).toBe('running');
    expect(await desk.inVm(row.vm_cid ?? '', 'cat', '/var/vcap/store/mine')).toBe('mine');
    expect(await desk.bosh('cck', '--report')).toMatchObject({ code: 0 });
  };

  /** As if a change to another disk had been cut off. */
  const putOutOfUse = async (disk: string): Promise<void> => {
    await restartDirector(desk.stack, () => {
      const database = new DatabaseSync(join(desk.stack.home, 'director', 'director.sqlite'));
      try {
        expect(database.prepare('UPDATE disks SET active = 0 WHERE cid = ?').run(disk).changes).toBe(1);
      } finally {
        database.close();
      }
    });
    const row = await eventually(now, ({ process_state: state }) => state === 'running', { seconds: 60 });
    expect(row.process_state).toBe('running');
  };

  beforeAll(async () => {
    desk = await openDesk('tiny');
    expectDone(await desk.deploy(manifest));
    expectDone(await desk.bosh('update-resurrection', 'off'));
    await desk.inVm(await cid(), 'sh', '-c', 'echo mine >/var/vcap/store/mine');
  });
  afterAll(() => desk?.close());

  it.each([
    ['reboot_vm', true],
    ['recreate_vm', false],
    ['recreate_vm_without_wait', false],
  ])('an agent that does not answer: %s', async (way, keeps) => {
    const before = await cid();
    await powerOff();
    expect(await problems()).toEqual(['unresponsive_agent']);
    await resolve(way);
    expect((await cid()) === before).toBe(keeps);
    await isWhole();
  });

  it('an agent that does not answer: delete_vm, and the VM that is missing then: ignore, recreate_vm', async () => {
    await powerOff();
    await resolve('delete_vm');
    expect(await machine()).toBeUndefined();
    await resolve('ignore');
    expect(await problems()).toEqual(['missing_vm']);
    await resolve('recreate_vm');
    await isWhole();
  });

  it('an agent that does not answer: delete_vm_reference leaves the VM, which delete-vm deletes', async () => {
    const before = await cid();
    await powerOff();
    await resolve('delete_vm_reference');
    expect((await machine())?.cid).toBe(before);
    expect(await problems()).toEqual(['missing_vm']);
    expectDone(await desk.bosh('delete-vm', before));
    expect(await machine()).toBeUndefined();
    expectDone(await desk.bosh('cck', '--auto'));
    await isWhole();
  });

  it('a missing VM: delete_vm_reference, and nothing is forgotten but the VM', async () => {
    await desk.stack.lab.deleteVm(await cid());
    expect(await problems()).toEqual(['missing_vm']);
    await resolve('delete_vm_reference');
    expect(await problems()).toEqual(['missing_vm']);
    expectDone(await desk.deploy(manifest, '--fix'));
    await isWhole();
  });

  it.each([['reattach_disk'], ['reattach_disk_and_reboot']])('a disk that is not mounted: %s', async (way) => {
    const vm = await cid();
    await desk.doInVm(vm, 'umount', '/var/vcap/store');
    expect(await problems()).toEqual(['mount_info_mismatch']);
    await resolve(way);
    expect(await cid()).toBe(vm);
    await isWhole();
  });

  it('a disk that is not in use: ignore, activate_disk while it is mounted, else delete_disk, which orphans it', async () => {
    const { vm_cid: vm = '', disk_cids: disk = '' } = await now();
    const isRefused = async (way: string, why: string): Promise<void> =>
      expect(await desk.bosh('cck', `--resolution=${way}`)).toMatchObject({
        code: 6,
        stdout: expect.stringContaining(`'${disk}' is ${why}`),
      });
    await putOutOfUse(disk);
    await resolve('ignore');
    expect(await problems()).toEqual(['inactive_disk']);
    await isRefused('delete_disk', 'mounted');
    await resolve('activate_disk');
    expect(await now()).toMatchObject({ vm_cid: vm, disk_cids: disk });
    await isWhole();
    await putOutOfUse(disk);
    await desk.doInVm(vm, 'umount', '/var/vcap/store');
    await isRefused('activate_disk', 'not mounted');
    await resolve('delete_disk');
    expect(await problems()).toEqual([]);
    expect((await desk.rows('disks', '--orphaned')).map(({ disk_cid: cid }) => cid)).toEqual([disk]);
    for (const words of [['stop'], ['attach-disk', 'sleeper/0', disk], ['start']]) expectDone(await desk.bosh(...words));
    expect(await now()).toMatchObject({ vm_cid: vm, disk_cids: disk });
    await isWhole();
  });

  it('a disk that is gone: delete_disk_reference, and the next deploy makes a new one', async () => {
    const { vm_cid: vm = '', disk_cids: disk = '' } = await now();
    const { lab } = desk.stack;
    await lab.detachDisk(vm, disk);
    await lab.deleteDisk(disk);
    expect(await problems()).toEqual(['missing_disk']);
    await resolve('delete_disk_reference');
    expect(await problems()).toEqual([]);
    expectDone(await desk.deploy(manifest));
    const after = await now();
    expect(after).toMatchObject({ vm_cid: vm, process_state: 'running', disk_cids: expect.stringMatching(/^disk-/) });
    expect(after.disk_cids).not.toBe(disk);
    await desk.inVm(vm, 'sh', '-c', 'echo mine >/var/vcap/store/mine');
    await isWhole();
  });
});
