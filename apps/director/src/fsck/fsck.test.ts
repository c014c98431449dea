import type { FsckFinding } from '@bosh6/director-api';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { recoverDeploys } from '../deploy/recover-deploys.js';
import type { DiskRow, InstanceRow, VmRow } from '../persistence/rows/index.js';

let h: Harness;
let vm: VmRow & { cid: string };
let disk: DiskRow;
let instance: InstanceRow;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  vm = (await h.store.read.vms.all())[0] as typeof vm;
  disk = (await h.store.read.disks.all())[0] as DiskRow;
  instance = (await h.store.read.instances.all())[0] as InstanceRow;
});
afterEach(() => h.close());

async function findings(): Promise<FsckFinding[]> {
  const task = await h.run('fsck', {});
  expect(task).toMatchObject({ state: 'done' });
  const text = await h.output(task, 'result');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as FsckFinding);
}
const found = async (): Promise<string[]> => (await findings()).map(({ severity, kind, object }) => `${severity} ${kind} ${object}`);
const write = (work: Parameters<Harness['store']['write']>[0]): Promise<unknown> => h.store.write(work);
const intent = (state: 'open' | 'failed', outcome: object, taskId: number | null = null): Promise<unknown> =>
  write((tx) =>
    tx.intents.insert({ taskId, kind: 'create_vm', requestId: 'cpi-1', payload: {}, state, outcome: outcome as never, createdAt: 0 }),
  );

test('finds nothing after a deploy, with a CPI that lists what it has and with one that does not', async () => {
  expect(await found()).toEqual([]);
  h.cpi.lists = false;
  expect(await found()).toEqual([]);
});

test('a VM that is gone, one that nobody knows', async () => {
  h.cpi.lose(vm.cid);
  await h.cpi.createVm({ agentId: 'x', env: {}, networks: {} } as never, { requestId: 'cpi-x', directorUuid: '', log: () => {} });
  const [other] = h.cpi.vms.keys();
  expect(await found()).toEqual([`broken vm_missing ${vm.cid}`, `broken vm_unknown ${other}`]);
  h.cpi.lists = false;
  expect(await found()).toEqual([`broken vm_missing ${vm.cid}`]);
});

test('a disk that is gone, one that nobody knows, one that is not where it should be', async () => {
  const other = await h.cpi.createDisk();
  expect(await found()).toEqual([`broken disk_unknown ${other}`]);
  await h.cpi.detachDisk(vm.cid as never, disk.cid as never);
  await h.cpi.attachDisk(vm.cid as never, other);
  const moved = [`broken disk_misattached ${other}`, `broken disk_detached ${disk.cid}`];
  expect(await found()).toEqual([`broken disk_unknown ${other}`, ...moved]);
  h.cpi.lists = false;
  expect(await found()).toEqual(moved);
  await write((tx) => tx.instances.update({ id: instance.id }, { updateCompleted: false }));
  const name = `${instance.group}/${instance.uuid}`;
  expect(await found()).toEqual([...moved.map((one) => one.replace('broken', 'pending')), `pending instance_unfinished ${name}`]);
  h.cpi.disks.delete(disk.cid);
  expect(await found()).toContain(`broken disk_missing ${disk.cid}`);
});

test('an orphaned disk that is gone', async () => {
  await h.run('delete_deployment', { deployment: 'nginx' });
  expect(await found()).toEqual([]);
  h.cpi.disks.clear();
  expect(await found()).toEqual([`broken disk_missing ${disk.cid}`]);
});

test('addresses: held by nobody, not held for the VM that uses it', async () => {
  const [row] = await h.store.read.reservations.all({ family: 6 });
  await write((tx) => tx.reservations.update({ id: row?.id as number }, { instanceId: 99 }));
  const address = '2601:646:100:69f1::165';
  expect(await found()).toEqual([`broken address_leaked ${address}`]);
  await write((tx) => tx.reservations.update({ id: row?.id as number }, { vmId: 99 }));
  await write((tx) => tx.reservations.update({ id: row?.id as number }, { instanceId: instance.id }));
  expect(await found()).toEqual([`broken address_leaked ${address}`]);
  await write((tx) => tx.reservations.delete({ id: row?.id as number }));
  expect(await found()).toEqual([`broken address_unheld ${address}`]);
});

test("addresses that what is gone holds are free after the next start; its own stays an instance's", async () => {
  const [own] = await h.store.read.reservations.all({ family: 4 });
  const held = (last: number, instanceId: number | null) => {
    const address = Buffer.from(own?.first ?? []);
    address[15] = last;
    return { ...own, id: undefined, first: address, last: address, instanceId, owner: 'nginx/gone' } as never;
  };
  await write(async (tx) => {
    await tx.reservations.insertUnlessOverlap(held(20, 99));
    const answer = await tx.reservations.insertUnlessOverlap(held(21, null));
    if (answer.inserted) await tx.reservations.update({ id: answer.row.id }, { orphanedVmId: 99 });
    await tx.reservations.update({ id: own?.id as number }, { vmId: 99 });
  });
  expect(await found()).toEqual(['165', '20', '21'].map((last) => `broken address_leaked 10.0.9.${last}`));
  expect((await findings())[0]?.advice).toContain('restart the Director');
  await recoverDeploys(h.collaborators);
  expect(await found()).toEqual([]);
  expect(await h.store.read.reservations.all({ family: 4 })).toMatchObject([{ id: own?.id, instanceId: instance.id, vmId: null }]);
});

test('addresses that a VM uses whose instance is gone stay held until it is deleted', async () => {
  await write(async (tx) => {
    await tx.vms.update({ id: vm.id }, { instanceId: 99 });
    for (const { id } of await tx.reservations.all()) await tx.reservations.update({ id }, { instanceId: 99, vmId: null });
  });
  await recoverDeploys(h.collaborators);
  expect(await h.store.read.reservations.all()).toHaveLength(2);
  expect((await found()).filter((one) => one.includes('address'))).toEqual([]);
  expect(await h.run('delete_vm', { cid: vm.cid })).toMatchObject({ state: 'done' });
  await recoverDeploys(h.collaborators);
  expect(await h.store.read.reservations.all()).toEqual([]);
});

test('a disk whose instance is gone is kept with orphan-disk once no VM has it, as fsck says', async () => {
  await write(async (tx) => {
    await tx.vms.update({ id: vm.id }, { instanceId: 99 });
    await tx.disks.update({ id: disk.id }, { instanceId: 99 });
  });
  const advised = async () => (await findings()).filter(({ kind }) => kind === 'disk_stray').map(({ advice }) => advice);
  expect(await advised()).toEqual([`keep it: \`bosh6 orphan-disk ${disk.cid}\``]);
  const refused = await h.run('orphan_disk', { cid: disk.cid });
  expect(refused).toMatchObject({ state: 'error', result: expect.stringContaining(`VM ${vm.cid}`) });
  await h.run('delete_vm', { cid: vm.cid });
  expect(await h.run('orphan_disk', { cid: disk.cid })).toMatchObject({ state: 'done' });
  expect(await h.store.read.orphanDisks.all()).toMatchObject([{ cid: disk.cid, size: disk.size, instanceName: 'instance 99' }]);
  expect(await found()).not.toContain(`broken disk_stray ${disk.cid}`);
  expect(h.cpi.disks.has(disk.cid)).toBe(true);
  expect(await h.run('delete_orphan_disks', { cids: [disk.cid] })).toMatchObject({ state: 'done' });
});

test('a disk that is gone like its instance is forgotten as fsck says', async () => {
  await write((tx) => tx.disks.update({ id: disk.id }, { instanceId: 99 }));
  await h.run('delete_vm', { cid: vm.cid });
  h.cpi.disks.delete(disk.cid);
  expect(await findings()).toMatchObject([
    { kind: 'disk_stray', advice: expect.stringContaining(`then \`bosh6 delete-disk ${disk.cid}\``) },
  ]);
  await h.run('orphan_disk', { cid: disk.cid });
  expect(await h.run('delete_orphan_disks', { cids: [disk.cid] })).toMatchObject({ state: 'done' });
  expect((await found()).filter((one) => one.includes(disk.cid))).toEqual([]);
});

test('a lock without task, an open intent, a CPI call of which nobody knows what it made', async () => {
  const expiredAt = Date.now() + 60_000;
  await write((tx) => tx.locks.take({ name: 'lock:deployment:x', uid: 'u', expiredAt, taskId: 99 }, Date.now()));
  await intent('open', {});
  expect(await found()).toEqual(['broken lock_leaked lock:deployment:x', 'pending intent_open cpi-1']);
  await write((tx) => tx.locks.delete({ name: 'lock:deployment:x' }));
  await write((tx) => tx.intents.settle('cpi-1', 'failed', { suspect: true }));
  expect(await found()).toEqual(['suspect intent_unknown cpi-1']);
  await write((tx) => tx.intents.settle('cpi-1', 'failed', { code: 'CloudError' }));
  expect(await found()).toEqual([]);
});

test('a VM that an open intent knows is not unknown', async () => {
  await h.cpi.createVm({ agentId: 'x', env: {}, networks: {} } as never, { requestId: 'cpi-x', directorUuid: '', log: () => {} });
  const cid = [...h.cpi.vms.keys()].find((one) => one !== vm.cid);
  await intent('open', { cid });
  expect(await found()).toEqual(['pending intent_open cpi-1']);
});

test('what a call that was cut off may have made is not called broken: the Director undoes it', async () => {
  const context = { requestId: 'cpi-x', directorUuid: '', log: () => {} };
  await h.cpi.createVm({ agentId: 'x', env: {}, networks: {} } as never, context);
  const other = [...h.cpi.vms.keys()].find((one) => one !== vm.cid);
  const strange = await h.cpi.createDisk();
  await intent('open', {});
  expect(await found()).toEqual([`pending vm_unknown ${other}`, `broken disk_unknown ${strange}`, 'pending intent_open cpi-1']);
});

test('rows whose owner is gone, an instance with two VMs', async () => {
  await write((tx) => tx.vms.insert({ ...vm, id: undefined, agentId: 'b', cid: null } as never));
  expect(await found()).toEqual([`broken vm_twice ${instance.group}/${instance.uuid}`]);
  await write((tx) => tx.vms.delete({ agentId: 'b' }));
  await write((tx) => tx.disks.update({ id: disk.id }, { instanceId: 99 }));
  expect(await found()).toEqual([`broken disk_stray ${disk.cid}`, `broken disk_misattached ${disk.cid}`]);
});

test('a blob that is gone', async () => {
  const [job] = await h.store.read.releases.jobs.all();
  await h.collaborators.blobs.delete(job?.blobstoreId as string);
  expect(await found()).toEqual([`broken blob_missing ${job?.blobstoreId}`]);
});

test('a blob that is deleted with what it was of while blobs are looked for is no finding', async () => {
  const { blobs } = h.collaborators;
  const [job] = await h.store.read.releases.jobs.all();
  vi.spyOn(blobs, 'exists').mockImplementation(async (id) => {
    if (id !== job?.blobstoreId) return true;
    await write((tx) => tx.releases.jobs.delete({ id: job.id }));
    return false;
  });
  expect(await found()).toEqual([]);
});

test('a CPI that cannot be asked makes nobody missing', async () => {
  vi.spyOn(h.cpi, 'inventory').mockRejectedValue(new Error('away'));
  expect(await found()).toEqual(["suspect cpi_silent the Director's own CPI"]);
});

test('what is made or deleted while the CPIs are asked is no finding', async () => {
  const inventory = h.cpi.inventory.bind(h.cpi);
  vi.spyOn(h.cpi, 'inventory').mockImplementation(async () => {
    const cid = await h.cpi.createDisk();
    const seen = await inventory();
    await write((tx) => tx.disks.insert({ ...disk, id: undefined, cid, active: false } as never));
    return seen;
  });
  expect(await found()).toEqual([]);
});

test('each finding says what to do, and of which deployment it is', async () => {
  h.cpi.lose(vm.cid);
  expect(await findings()).toMatchObject([{ deployment: 'nginx', advice: expect.stringContaining('bosh6 -d nginx deploy --fix') }]);
});
