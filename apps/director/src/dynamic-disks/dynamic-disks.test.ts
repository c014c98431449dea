import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { listDynamicDisks } from '../listings/dynamic-disks.js';
import type { TaskRow } from '../persistence/rows/index.js';

/** Two instances in z1, each with a persistent disk. */
const two = manifest.replace('instances: 1', 'instances: 2').replace(/ {2}networks:[\s\S]*$/, '  networks: [{name: default}]\n');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(two)).toMatchObject({ state: 'done' });
});
afterEach(() => h.close());

const errorOf = async (task: TaskRow): Promise<unknown> =>
  (JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}') as { error?: unknown }).error;
const refused = async (task: Promise<TaskRow>, code: number, message: RegExp): Promise<void> => {
  expect(await errorOf(await task)).toMatchObject({ code, message: expect.stringMatching(message) });
};
const done = async (task: Promise<TaskRow>): Promise<TaskRow> => {
  expect(await task).toMatchObject({ state: 'done' });
  return task;
};
const instance = async (index: number) =>
  (await h.store.read.instances.all()).find((row) => row.index === index) as { id: number; uuid: string };
const uuid = async (index: number): Promise<string> => (await instance(index)).uuid;
/** The VM that an instance has now, as the infrastructure sees it. */
const vmOf = async (index: number) => {
  const row = await h.store.read.vms.find({ instanceId: (await instance(index)).id, active: true });
  return { cid: row?.cid ?? '', ...(h.cpi.vms.get(row?.cid ?? '') as NonNullable<ReturnType<typeof h.cpi.vms.get>>) };
};
const wanted = { name: 'data', pool: 'small', sizeMib: 10 };
const create = (more: object = {}) => h.run('create_dynamic_disk', { deployment: 'nginx', az: 'z1', ...wanted, ...more });
const attach = async (index: number, more: object = {}) =>
  h.run('attach_dynamic_disk', { name: 'data', instance: await uuid(index), ...more });
const provide = async (index: number, more: object = {}) =>
  h.run('provide_dynamic_disk', { instance: await uuid(index), ...wanted, ...more });
const detach = (name = 'data') => h.run('detach_dynamic_disk', { name });
const remove = (name = 'data') => h.run('delete_dynamic_disk', { name });
const listed = () => listDynamicDisks(h.store);
const cid = async (): Promise<string> => (await h.store.read.dynamicDisks.find({ name: 'data' }))?.cid ?? '';
const fsck = async (): Promise<string[]> =>
  (await h.output(await h.run('fsck', {}), 'result'))
    .split('\n')
    .filter(Boolean)
    .map((line) => (({ severity, kind, object }) => `${severity} ${kind} ${object}`)(JSON.parse(line)));

test('is made, attached, taken off and given to another instance, and deleted', async () => {
  const task = await done(create({ metadata: { app: 'shop' } }));
  const disk = await cid();
  expect(JSON.parse(await h.output(task, 'result'))).toEqual({ disk_cid: disk });
  const facts = { name: 'data', disk_cid: disk, deployment: 'nginx', availability_zone: 'z1', size: 10, disk_pool_name: 'small', cpi: '' };
  expect(await listed()).toEqual([{ ...facts, instance: null, metadata: { app: 'shop' } }]);
  await done(attach(0));
  expect(await listed()).toMatchObject([{ instance: `nginx/${await uuid(0)}` }]);
  expect((await vmOf(0)).disks).toContain(disk);
  expect(Object.fromEntries((await vmOf(0)).agent.dynamic)).toEqual({ [disk]: `/dev/${disk}` });
  expect(await fsck()).toEqual([]);
  await refused(attach(1), 100, /another instance has it/);
  await refused(remove(), 520000, /attached/);
  await done(detach());
  expect((await vmOf(0)).disks).not.toContain(disk);
  expect((await vmOf(0)).agent.dynamic.size).toBe(0);
  await done(attach(1, { metadata: { app: 'other' } }));
  expect((await vmOf(1)).disks).toContain(disk);
  expect(await listed()).toMatchObject([{ instance: `nginx/${await uuid(1)}`, metadata: { app: 'other' } }]);
  await done(detach());
  await done(remove());
  expect(h.cpi.disks).not.toContain(disk);
  expect(await listed()).toEqual([]);
  expect(await remove()).toMatchObject({ state: 'done', result: expect.stringContaining('already') });
});

test('provide makes and attaches at once; asked again, and attached again, it is the same disk', async () => {
  const first = await done(provide(0));
  const calls = h.cpi.calls.length;
  const second = await done(provide(0));
  await done(attach(0));
  expect(await h.output(second, 'result')).toBe(await h.output(first, 'result'));
  expect(h.cpi.calls.slice(calls)).toEqual([]);
  expect((await vmOf(0)).agent.calls.filter((call) => call === 'add_dynamic_disk')).toHaveLength(3);
  expect(await listed()).toHaveLength(1);
  await refused(provide(1), 100, /another instance has it/);
  await done(detach());
  expect(await detach()).toMatchObject({ state: 'done', result: expect.stringContaining('already') });
});

test('what cannot be is refused, and nothing is made', async () => {
  const before = [...h.cpi.disks];
  await refused(create({ deployment: 'moon' }), 70000, /moon/);
  await refused(create({ az: 'z2' }), 100, /no VM in AZ 'z2'/);
  await refused(create({ pool: 'huge' }), 100, /no cloud config has a disk type 'huge'/);
  await refused(h.run('provide_dynamic_disk', { ...wanted, instance: 'moon' }), 70001, /'moon'/);
  await refused(attach(0), 100, /no dynamic disk 'data'/);
  await refused(detach(), 100, /no dynamic disk 'data'/);
  expect([...h.cpi.disks]).toEqual(before);
  await done(create());
  await refused(create(), 100, /'data' already/);
  await h.store.write((tx) => tx.dynamicDisks.update({ name: 'data' }, { az: 'z2' }));
  await refused(attach(0), 100, /in AZ 'z2', the instance in AZ 'z1'/);
  await h.store.write((tx) => tx.dynamicDisks.update({ name: 'data' }, { az: 'z1', cpi: 'other' }));
  await refused(attach(0), 100, /with CPI 'other'/);
  await h.store.write((tx) => tx.dynamicDisks.update({ name: 'data' }, { cpi: '', deploymentId: 99 }));
  await refused(attach(0), 100, /not of deployment 'nginx'/);
  expect(await fsck()).toEqual([`broken disk_stray ${await cid()}`]);
  expect((await vmOf(0)).disks.size).toBe(1);
});

test("an agent that cannot link it: it is nobody's, and goes to another instance all the same", async () => {
  await done(create());
  h.cpi.behaviour.unknownMethods = ['add_dynamic_disk'];
  await refused(attach(0), 450001, /add_dynamic_disk/);
  expect(await listed()).toMatchObject([{ instance: null }]);
  delete h.cpi.behaviour.unknownMethods;
  await done(attach(1));
  expect((await vmOf(0)).disks).not.toContain(await cid());
  expect((await vmOf(1)).disks).toContain(await cid());
  expect(await fsck()).toEqual([]);
});

test.each(['delete-create', 'create-swap-delete'])('each VM that the instance gets has it: recreate with %s', async (strategy) => {
  const text = two.replace('update: {', `update: {vm_strategy: ${strategy}, `);
  expect(await h.deploy(text)).toMatchObject({ state: 'done' });
  await done(provide(0));
  const before = await vmOf(0);
  await done(h.deploy(text, { recreate: true }));
  const after = await vmOf(0);
  expect(after.cid).not.toBe(before.cid);
  expect(before.disks).not.toContain(await cid());
  expect(after.disks).toContain(await cid());
  expect([...after.agent.dynamic.keys()]).toEqual([await cid()]);
  await h.run('scheduled_orphaned_vm_cleanup', {});
  expect(await fsck()).toEqual([]);
});

test('a stopped instance without VM keeps it for its next one, unless it is detached meanwhile', async () => {
  const bring = (state: string) => done(h.deploy(two, { stored: true, stateChange: { group: '*', state } }));
  await done(provide(0));
  await done(provide(1, { name: 'more' }));
  await bring('detached');
  expect(h.cpi.vms.size).toBe(0);
  await refused(attach(0), 100, /has no VM/);
  await done(detach('more'));
  await bring('started');
  expect((await vmOf(0)).disks).toContain(await cid());
  expect((await vmOf(1)).disks.size).toBe(1);
  expect(await fsck()).toEqual([]);
});

test('an instance that goes leaves it attached to nobody, a lost VM loses it', async () => {
  await done(provide(1));
  await done(h.deploy(two.replace('instances: 2', 'instances: 1')));
  expect(await listed()).toMatchObject([{ instance: null, deployment: 'nginx' }]);
  await done(attach(0));
  h.cpi.lose((await vmOf(0)).cid);
  await done(h.deploy(two.replace('instances: 2', 'instances: 1'), { fix: true }));
  expect((await vmOf(0)).disks).toContain(await cid());
});

test('no disk is attached to a VM that is being deleted', async () => {
  await done(create());
  const { agentId } = (await h.store.read.vms.find({ instanceId: (await instance(0)).id })) ?? { agentId: '' };
  const intent = {
    taskId: null,
    kind: 'delete_vm',
    requestId: 'r',
    payload: { agentId },
    state: 'open',
    outcome: {},
    createdAt: 0,
  } as const;
  await h.store.write((tx) => tx.intents.insert(intent));
  await refused(attach(0), 100, /being deleted/);
  expect((await vmOf(0)).disks.size).toBe(1);
});

test('one whose deletion was cut off is attached to nothing, and goes with the next deploy', async () => {
  await done(create());
  const intent = { taskId: null, kind: 'delete_disk', requestId: 'r', payload: { cpi: '', diskCid: await cid() } } as const;
  await h.store.write((tx) => tx.intents.insert({ ...intent, state: 'open', outcome: {}, createdAt: 0 }));
  await refused(attach(0), 100, /is being deleted/);
  await done(h.deploy(two));
  expect(await listed()).toEqual([]);
  expect(await fsck()).toEqual([]);
});

test('a deployment that goes takes one with it that is made while it goes', async () => {
  await done(create());
  const { id: _, ...first } = await h.store.read.dynamicDisks.find({ name: 'data' }).then((row) => row as NonNullable<typeof row>);
  const late = { ...first, name: 'late', cid: await h.cpi.createDisk() };
  const deleteDisk = h.cpi.deleteDisk.bind(h.cpi);
  h.cpi.deleteDisk = async (gone) => {
    if (gone === first.cid) await h.store.write((tx) => tx.dynamicDisks.insert(late));
    return deleteDisk(gone);
  };
  await done(h.run('delete_deployment', { deployment: 'nginx' }));
  expect(await listed()).toEqual([]);
  expect(h.cpi.disks).not.toContain(late.cid);
});

test('a deployment that goes takes them with it; with force what cannot be deleted becomes an orphan', async () => {
  await done(create());
  await done(provide(0, { name: 'more' }));
  const task = await done(h.run('delete_deployment', { deployment: 'nginx' }));
  expect(await h.output(task, 'event')).toContain('"Deleting dynamic disks"');
  expect(await listed()).toEqual([]);
  expect([...h.cpi.disks].sort()).toEqual((await h.store.read.orphanDisks.all()).map((orphan) => orphan.cid).sort());
  expect(await fsck()).toEqual([]);
  await done(h.deploy(two));
  await done(create());
  const disk = await cid();
  h.cpi.deleteDisk = () => Promise.reject(new Error('stuck'));
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject({ state: 'error' });
  await done(h.run('delete_deployment', { deployment: 'nginx', force: true }));
  expect(await listed()).toEqual([]);
  expect((await h.store.read.orphanDisks.all()).map((orphan) => orphan.cid)).toContain(disk);
});

test('fsck: one that is gone, one that its VM has not', async () => {
  await done(provide(0));
  await h.cpi.detachDisk((await vmOf(0)).cid as never, (await cid()) as never);
  expect(await fsck()).toEqual([`broken disk_detached ${await cid()}`]);
  await done(detach());
  expect(await fsck()).toEqual([]);
  h.cpi.disks.delete(await cid());
  expect(await fsck()).toEqual([`broken disk_missing ${await cid()}`]);
  await done(remove());
  expect(await fsck()).toEqual([]);
});
