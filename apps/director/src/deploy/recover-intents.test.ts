import type { Json } from '@bosh6/base';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTools } from '../engine/scope.js';
import { cloudConfig, type Harness, manifest, startHarness } from './harness.test.support.js';
import { recoverDeploys } from './recover-deploys.js';
import { recoverEnded } from './recover-intents.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await h.close();
});

const open = () => h.store.read.intents.all({ state: 'open' });
const nothingStays = async (): Promise<void> => {
  expect([...h.cpi.vms.keys()]).toEqual([]);
  expect(await h.store.read.reservations.all()).toEqual([]);
  expect(await h.store.read.instances.all()).toEqual([]);
  expect(h.bus.authorized.size).toBe(0);
  expect(await open()).toEqual([]);
};
const intend = (kind: string, requestId: string, payload: Json, outcome: Json = {}) =>
  h.store.write((tx) => tx.intents.insert({ taskId: 1, kind, requestId, payload, state: 'open', outcome, createdAt: 0 }));
const errorCode = async (task: Parameters<Harness['output']>[0]): Promise<number> =>
  JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}').error?.code;

test('a compilation VM whose agent never answers is deleted, and its intent with it', async () => {
  h.cpi.compilation = { silent: true };
  expect(await errorCode(await h.deploy(manifest))).toBe(450002);
  await nothingStays();
});

test('a compilation VM that cannot be deleted keeps its address until a later start could delete it', async () => {
  h.cpi.compilation = { silent: true };
  h.cpi.failDeleteVm = 'stuck';
  expect(await errorCode(await h.deploy(manifest))).toBe(450002);
  const stuck = async (): Promise<void> => {
    expect(h.cpi.vms.size).toBeGreaterThan(0);
    expect(await open()).toHaveLength(h.cpi.vms.size);
    expect(await h.store.read.reservations.ofNobody()).toHaveLength(h.cpi.vms.size);
  };
  await stuck();
  await recoverDeploys(h.collaborators);
  await stuck();
  h.cpi.failDeleteVm = undefined;
  await recoverDeploys(h.collaborators);
  await nothingStays();
});

test.each(['never answers', 'has compiled'])(
  'a compilation VM that %s and cannot be deleted: the next task that can frees its address',
  async (what) => {
    h.cpi.compilation = what === 'has compiled' ? {} : { silent: true };
    h.cpi.failDeleteVm = 'stuck';
    expect(await h.deploy(manifest)).toMatchObject({ state: 'error' });
    const stuck = h.cpi.vms.size;
    expect(stuck).toBeGreaterThan(0);
    await recoverEnded(createTools(h.collaborators));
    expect(await h.store.read.reservations.ofNobody()).toHaveLength(stuck);
    h.cpi.failDeleteVm = undefined;
    await recoverEnded(createTools(h.collaborators));
    expect(h.cpi.vms.size).toBe(0);
    expect(await h.store.read.reservations.ofNobody()).toEqual([]);
    expect(await open()).toEqual([]);
  },
);

test('of a compilation VM of which nobody knows whether it was made, the address stays taken', async () => {
  h.cpi.compilation = { silent: true };
  h.cpi.failDeleteVm = 'stuck';
  expect(await h.deploy(manifest)).toMatchObject({ state: 'error' });
  await h.store.write((tx) => tx.intents.update({ state: 'open' }, { outcome: {} }));
  vi.spyOn(h.cpi, 'info').mockResolvedValue({ stemcell_formats: ['fake'], api_version: 2, capabilities: { idempotent_requests: false } });
  const held = await h.store.read.reservations.ofNobody();
  await recoverEnded(createTools(h.collaborators));
  expect(await h.store.read.intents.suspects()).toHaveLength(held.length);
  expect(await h.store.read.reservations.ofNobody()).toEqual(held);
});

test('an instance whose VM may still be there keeps its addresses until it is not', async () => {
  const { store, cpi } = h;
  const context = { requestId: 'cpi-lost', directorUuid: 'director', log: () => {} };
  const lost = { agentId: 'lost', stemcellCid: 'stemcell', cloudProperties: {}, networks: {}, diskCids: [], env: {} };
  await cpi.createVm(lost as never, context);
  await intend('create_vm', 'cpi-lost', { cpi: '', agentId: 'lost', stemcellCid: 'stemcell' });
  await store.write(async (tx) => {
    const ids = { cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
    const { id: deploymentId } = await tx.deployments.insert({ name: 'nginx', manifestText: null, ...ids });
    const fresh = { uuid: 'u', deploymentId, group: 'nginx', index: 0, az: null, bootstrap: true };
    const { id } = await tx.instances.insert({ ...fresh, state: 'started', updateCompleted: false, ignore: false, spec: {} });
    const address = Buffer.from('00000000000000000000ffff0a0009a5', 'hex');
    const held = { family: 4, first: address, last: address, prefix: 32, network: 'default', kind: 'static' } as const;
    await tx.reservations.insert({ ...held, instanceId: id, vmId: null, taskId: 1, owner: 'nginx/nginx/u', nicGroup: null });
  });
  cpi.failDeleteVm = 'stuck';
  await recoverDeploys(h.collaborators);
  expect(await store.read.reservations.all()).toHaveLength(1);
  expect(await store.read.instances.all()).toHaveLength(1);
  cpi.failDeleteVm = undefined;
  await recoverDeploys(h.collaborators);
  await nothingStays();
  expect(await store.read.deployments.all()).toEqual([]);
});

test('a disk that nobody recorded is deleted, one that an instance has stays', async () => {
  const disk = await h.cpi.createDisk();
  const kept = await h.cpi.createDisk();
  await h.store.write((tx) => tx.disks.insert({ instanceId: 1, cid: kept, size: 1, active: true, cloudProperties: {}, name: '', cpi: '' }));
  await intend('create_disk', 'cpi-1', { cpi: '', sizeMib: 1 }, { cid: disk });
  await intend('create_disk', 'cpi-2', { cpi: '', sizeMib: 1 }, { cid: kept });
  await intend('create_disk', 'cpi-3', { cpi: '', sizeMib: 1 }, { cid: 'gone already' });
  await recoverDeploys(h.collaborators);
  expect([...h.cpi.disks]).toEqual([kept]);
  expect(await open()).toEqual([]);
});

test.each(['begins', 'ends'])('a task that %s while it is looked for what others left keeps what it makes', async (what) => {
  const { read } = h.store;
  const task = { type: 't', description: 't', result: null, user: 'u', deployment: null, contextId: '', payload: {}, createdAt: 0 };
  const run = { startedAt: 0, finishedAt: null, leaseOwner: null, leaseUntil: null };
  const intent = { kind: 'create_vm', requestId: 'cpi-1', payload: { cpi: '', agentId: 'a' }, outcome: {}, createdAt: 0 };
  const begin = () =>
    h.store.write(async (tx) => {
      const { id: taskId } = await tx.tasks.insert({ ...task, ...run, state: 'processing' });
      await tx.intents.insert({ ...intent, taskId, state: 'open' });
    });
  const end = () =>
    h.store.write(async (tx) => {
      await tx.intents.settle('cpi-1', 'done', {});
      await tx.tasks.update({ state: 'processing' }, { state: 'done' });
    });
  if (what === 'ends') await begin();
  // between a read of tasks and one of intents, whichever comes first
  const before = (table: object, meanwhile: () => Promise<void>): void => {
    const { all } = table as { all(where: object): Promise<unknown> };
    vi.spyOn(table as { all: typeof all }, 'all').mockImplementation(async (where) => {
      await meanwhile();
      return all.call(table, where);
    });
  };
  if (what === 'begins') before(read.intents, begin);
  else before(read.tasks, end);
  await recoverEnded(createTools(h.collaborators));
  expect(h.cpi.calls).toEqual([]);
});

test('a disk of which the Director had no answer is found by its request id, and deleted', async () => {
  await h.cpi.createDisk(1, {}, undefined, { requestId: 'cpi-1', directorUuid: 'director', log: () => {} });
  await intend('create_disk', 'cpi-1', { cpi: '', sizeMib: 1 });
  await recoverDeploys(h.collaborators);
  expect([...h.cpi.disks]).toEqual([]);
  expect(await open()).toEqual([]);
});

test('an intent holds nothing of cloud properties, and the log little of one that is a suspect', async () => {
  const typed = cloudConfig.replace('disk_size: 64', 'disk_size: 64, cloud_properties: {key: ((/key))}');
  await h.setCloudConfig(typed.replace('{cpu: 1}', '{cpu: 1, key: ((/key))}'));
  const passed = vi.spyOn(h.cpi, 'createDisk');
  expect(await h.deploy(`${manifest}variables: [{name: /key, type: password}]\n`)).toMatchObject({ state: 'done' });
  const { key = '' } = (passed.mock.calls[0]?.[1] ?? {}) as { key?: string };
  expect(key).toMatch(/^\w{20}/);
  expect(JSON.stringify(await h.store.read.intents.all())).not.toContain(key);
  const warn = vi.spyOn(h.collaborators.log, 'warn');
  vi.spyOn(h.cpi, 'info').mockResolvedValue({ stemcell_formats: ['fake'], api_version: 2, capabilities: {} });
  await intend('create_disk', 'cpi-1', { cpi: '', sizeMib: 1, cloudProperties: { key } });
  await recoverDeploys(h.collaborators);
  const [id] = (await h.store.read.intents.suspects()).map((intent) => intent.id);
  expect(warn.mock.calls.map(([facts]) => facts)).toEqual([{ intent: id, kind: 'create_disk', requestId: 'cpi-1', taskId: 1 }]);
});

test('a snapshot that nobody recorded is deleted; that of a disk that is gone is forgotten', async () => {
  const disk = await h.cpi.createDisk();
  await h.cpi.snapshotDisk(disk, {}, { requestId: 'cpi-1', directorUuid: 'director', log: () => {} });
  await intend('snapshot_disk', 'cpi-1', { cpi: '', diskCid: disk });
  await intend('snapshot_disk', 'cpi-2', { cpi: '', diskCid: 'gone already' });
  await recoverDeploys(h.collaborators);
  expect(h.cpi.snapshots.size).toBe(0);
  expect(await open()).toEqual([]);
});

test('a CPI that cannot repeat leaves a suspect, and calls nothing', async () => {
  vi.spyOn(h.cpi, 'info').mockResolvedValue({ stemcell_formats: ['fake'], api_version: 2, capabilities: { idempotent_requests: false } });
  await intend('create_vm', 'cpi-1', { cpi: '', agentId: 'a', stemcellCid: 's' });
  await recoverDeploys(h.collaborators);
  expect(h.cpi.calls).toEqual([]);
  expect((await h.store.read.intents.all())[0]).toMatchObject({ state: 'failed', outcome: { suspect: true } });
});

test('delete-deployment --force goes on without a VM that the CPI does not delete; the next start tries again', async () => {
  await h.deploy(manifest);
  h.cpi.failDeleteVm = 'stuck';
  const [cid] = h.cpi.vms.keys();
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject({ state: 'error' });
  const task = await h.run('delete_deployment', { deployment: 'nginx', force: true });
  expect(task).toMatchObject({ state: 'done' });
  expect(await h.output(task, 'event')).toContain(`"type":"warning","message":"VM ${cid} of nginx/`);
  const { read } = h.store;
  expect([await read.deployments.all(), await read.instances.all(), await read.vms.all(), await read.reservations.all()].flat()).toEqual(
    [],
  );
  expect(await open()).toMatchObject([{ kind: 'delete_vm', outcome: { cid } }]);
  expect(await read.orphanDisks.all()).toHaveLength(1);
  h.cpi.failDeleteVm = undefined;
  await recoverDeploys(h.collaborators);
  await nothingStays();
});

test('a VM that was being deleted is deleted by the next deploy, before it takes it for whole', async () => {
  await h.deploy(manifest);
  const [vm] = await h.store.read.vms.all();
  await intend('delete_vm', 'cpi-1', { cpi: '', agentId: vm?.agentId ?? '' }, { cid: vm?.cid ?? '' });
  await recoverDeploys(h.collaborators);
  expect(await h.store.read.vms.all()).toEqual([vm]);
  const held = (await h.store.read.reservations.all()).map(({ id }) => id);
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  expect(h.cpi.vms.has(vm?.cid ?? '')).toBe(false);
  expect(h.cpi.vms.size).toBe(1);
  expect((await h.store.read.reservations.all()).map(({ id }) => id)).toEqual(held);
  expect(await open()).toEqual([]);
});

test('a VM is only deleted with an intent that says so', async () => {
  await h.deploy(manifest);
  const { deleteVm } = h.cpi;
  const seen: unknown[] = [];
  vi.spyOn(h.cpi, 'deleteVm').mockImplementation(async (cid) => {
    seen.push(...(await open()).map(({ kind, outcome }) => ({ kind, outcome })));
    return deleteVm.call(h.cpi, cid);
  });
  const [cid] = h.cpi.vms.keys();
  await h.run('delete_deployment', { deployment: 'nginx' });
  expect(seen).toEqual([{ kind: 'delete_vm', outcome: { cid } }]);
  expect(await open()).toEqual([]);
});

test('a deploy after a delete that was cut off gives back what that took from an instance', async () => {
  await h.deploy(manifest);
  const [before] = h.cpi.vms.keys();
  const { detachDisk } = h.cpi;
  const cutOff = vi.spyOn(h.cpi, 'detachDisk').mockImplementation(async (vm, disk) => {
    await detachDisk.call(h.cpi, vm, disk);
    throw new Error('cut off');
  });
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject({ state: 'error' });
  expect([...h.cpi.vms.values()].map(({ disks }) => disks.size)).toEqual([0]);
  cutOff.mockRestore();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  expect([...h.cpi.vms].map(([cid, { disks }]) => [cid, disks.size])).toEqual([[before, 1]]);
});

test('a VM is not deleted with a disk that a migration, which was cut off, left on it', async () => {
  await h.deploy(manifest);
  const [disk] = await h.store.read.disks.all();
  const [cid = ''] = h.cpi.vms.keys();
  const stray = await h.cpi.createDisk();
  await h.cpi.attachDisk(cid as never, stray);
  await h.store.write(async (tx) => {
    await tx.disks.insert({ ...disk, id: undefined, cid: stray, active: false } as never);
    await tx.instances.update({ id: disk?.instanceId ?? 0 }, { updateCompleted: false });
  });
  const { deleteVm } = h.cpi;
  const attached: number[] = [];
  vi.spyOn(h.cpi, 'deleteVm').mockImplementation(async (vm) => {
    attached.push(h.cpi.vms.get(vm)?.disks.size ?? -1);
    return deleteVm.call(h.cpi, vm);
  });
  expect(await h.deploy(manifest, { recreate: true })).toMatchObject({ state: 'done' });
  expect(attached).toEqual([0]);
  expect(await h.store.read.orphanDisks.all()).toMatchObject([{ cid: stray }]);
});

test('the infrastructure is told whose a VM is, also when the Director that made it died before it could', async () => {
  await h.deploy(manifest);
  const told = [...h.cpi.metadata];
  h.cpi.metadata.clear();
  const [instance] = await h.store.read.instances.all();
  await h.store.write((tx) => tx.instances.update({ id: instance?.id ?? 0 }, { updateCompleted: false }));
  await h.deploy(manifest);
  expect(told.at(-1)).toMatchObject([[...h.cpi.vms.keys()][0], { id: instance?.uuid }]);
  expect([...h.cpi.metadata]).toEqual([told.at(-1)]);
});
