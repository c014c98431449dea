import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { snapshotsOf } from '../snapshots/snapshots-of.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await h.close();
});

const bring = (state: string) => h.deploy(manifest, { stored: true, stateChange: { group: '*', state } });
const errorCode = async (task: Parameters<Harness['output']>[0]): Promise<number> =>
  JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}').error?.code;
const uuid = async () => (await h.store.read.instances.all())[0]?.uuid ?? '';
const attach = async (cid: string, options: object = {}) =>
  h.run('attach_disk', { deployment: 'nginx', group: 'nginx', id: await uuid(), cid, copy: false, ...options });
const cids = async () => ({
  own: (await h.store.read.disks.all()).map(({ cid }) => cid),
  orphans: (await h.store.read.orphanDisks.all()).map(({ cid }) => cid),
});
const mounted = () => [...h.cpi.vms.values()][0]?.agent.mounted;

test('a disk takes the place of the one that a stopped instance has, and back', async () => {
  const [disk] = (await cids()).own;
  const other = await h.cpi.createDisk();
  await bring('stopped');
  expect(await attach(other, { copy: true })).toMatchObject({ state: 'done' });
  expect(await cids()).toEqual({ own: [other], orphans: [disk] });
  expect(mounted()).toEqual([other]);
  expect((await h.store.read.disks.all())[0]).toMatchObject({ size: 64, active: true });
  expect(await attach(disk ?? '')).toMatchObject({ state: 'done' });
  expect(await cids()).toEqual({ own: [disk], orphans: [other] });
  expect(await bring('started')).toMatchObject({ state: 'done' });
  expect(mounted()).toEqual([disk]);
});

test('a disk that the infrastructure has not is given to nobody; an orphan keeps the size that is known of it', async () => {
  const [disk = ''] = (await cids()).own;
  await bring('stopped');
  const unknown = await attach('disk-none');
  expect(unknown).toMatchObject({ state: 'error', result: "the infrastructure has no disk 'disk-none'" });
  expect([await cids(), mounted()]).toEqual([{ own: [disk], orphans: [] }, [disk]]);
  const other = await h.cpi.createDisk();
  await attach(other);
  await attach(disk, { copy: true });
  expect((await h.store.read.disks.all()).map(({ cid, size }) => [cid, size])).toEqual([[disk, 64]]);
});

test('an instance is named by its index too', async () => {
  const other = await h.cpi.createDisk();
  await bring('stopped');
  expect(await attach(other, { id: '0' })).toMatchObject({ state: 'done' });
  expect(mounted()).toEqual([other]);
  expect(await errorCode(await attach(other, { id: '1' }))).toBe(520001);
});

test('a detached instance gets the disk with its next VM', async () => {
  const other = await h.cpi.createDisk();
  await bring('detached');
  await attach(other, { copy: true });
  expect(await bring('started')).toMatchObject({ state: 'done' });
  expect(mounted()).toEqual([other]);
});

test('refused: a started or ignored instance, one that is not there, a disk of another, a dynamic one', async () => {
  const other = await h.cpi.createDisk();
  expect(await errorCode(await attach(other))).toBe(520003);
  await bring('stopped');
  expect(await errorCode(await attach(other, { id: 'moon' }))).toBe(520001);
  const [row] = await h.store.read.disks.all();
  const { id: _, ...taken } = { ...row, instanceId: 99, cid: other };
  await h.store.write((tx) => tx.disks.insert(taken as never));
  expect(await errorCode(await attach(other))).toBe(520000);
  const dynamic = {
    deploymentId: 1,
    name: 'data',
    cid: await h.cpi.createDisk(),
    pool: 'small',
    size: 64,
    az: null,
    cpi: '',
    metadata: {},
  };
  await h.store.write((tx) => tx.dynamicDisks.insert({ ...dynamic, instanceId: null, vmCid: null, hint: null }));
  expect(await errorCode(await attach(dynamic.cid))).toBe(520000);
  expect((await h.store.read.disks.all({ active: true })).map(({ cid }) => cid)).not.toContain(dynamic.cid);
  await h.store.write((tx) => tx.instances.update({ index: 0 }, { ignore: true }));
  expect(await errorCode(await attach(other))).toBe(520003);
});

test('orphan-disk takes a disk from a stopped instance, and not from one that runs', async () => {
  const [cid = ''] = (await cids()).own;
  expect(await errorCode(await h.run('orphan_disk', { cid }))).toBe(520000);
  await bring('stopped');
  expect(await h.run('orphan_disk', { cid })).toMatchObject({ state: 'done', result: `disk ${cid} orphaned` });
  expect(await cids()).toEqual({ own: [], orphans: [cid] });
  expect(mounted()).toEqual([]);
  expect(await errorCode(await h.run('orphan_disk', { cid }))).toBe(100002);
});

const snapshots = async () => snapshotsOf(h.store.read, (await h.store.read.deployments.all())[0]?.id ?? -1);
const take = () => h.run('snapshot_deployment', { deployment: 'nginx' });

test('snapshots are taken, clean of an instance that is stopped, and deleted one by one or all', async () => {
  const instanceId = (await h.store.read.instances.all())[0]?.id;
  expect(await h.run('create_snapshot', { deployment: 'nginx', instanceId })).toMatchObject({
    state: 'done',
    result: 'snapshot(s) snapshot-4 created',
  });
  await bring('stopped');
  expect(await take()).toMatchObject({ state: 'done' });
  expect((await snapshots()).map(({ snapshot }) => snapshot.clean)).toEqual([false, true]);
  expect([...h.cpi.snapshots.values()]).toEqual([...(await cids()).own, ...(await cids()).own]);
  await h.run('delete_snapshot', { deployment: 'nginx', cid: 'snapshot-4' });
  expect(await snapshots()).toHaveLength(1);
  await h.run('delete_deployment_snapshots', { deployment: 'nginx' });
  expect(h.cpi.snapshots.size).toBe(0);
});

test("a disk's snapshots go with it: to the orphans, back, and away", async () => {
  const [cid = ''] = (await cids()).own;
  await take();
  await bring('stopped');
  await h.run('orphan_disk', { cid });
  expect(await snapshots()).toEqual([]);
  await attach(cid);
  expect(await snapshots()).toHaveLength(1);
  await h.run('orphan_disk', { cid });
  await h.run('delete_orphan_disks', { cids: [cid] });
  expect(h.cpi.snapshots.size).toBe(0);
  expect(await h.store.read.snapshots.all()).toEqual([]);
});

test('a CPI that cannot is said to', async () => {
  h.cpi.canSnapshot = false;
  expect(await take()).toMatchObject({ state: 'error' });
});

test('a disk that clean-up has on its list, and that an instance is given meanwhile, stays', async () => {
  const [first, late] = [await h.cpi.createDisk(), await h.cpi.createDisk()];
  const orphan = { size: 1, az: null, deploymentName: 'old', instanceName: 'g/u', cloudProperties: {}, cpi: '', orphanedAt: 0 };
  await h.store.write(async (tx) => {
    for (const cid of [first, late]) await tx.orphanDisks.insert({ ...orphan, cid });
  });
  await bring('detached');
  const { deleteDisk } = h.cpi;
  vi.spyOn(h.cpi, 'deleteDisk').mockImplementation(async (cid) => {
    if (cid === first) expect(await attach(late)).toMatchObject({ state: 'done' });
    return deleteDisk.call(h.cpi, cid);
  });
  const task = await h.run('delete_artifacts', { removeAll: true, keepOrphanedDisks: false });
  expect(task.result).toContain(' 1 orphaned disk(s)');
  expect(h.cpi.disks.has(first)).toBe(false);
  expect(h.cpi.disks.has(late)).toBe(true);
  expect((await cids()).own).toEqual([late]);
});

test('an orphan that is being deleted is given to nobody; the instance keeps its own', async () => {
  const own = (await cids()).own;
  const orphan = await h.cpi.createDisk();
  const facts = { size: 1, az: null, deploymentName: 'old', instanceName: 'g/u', cloudProperties: {}, cpi: '', orphanedAt: 0 };
  await h.store.write((tx) => tx.orphanDisks.insert({ ...facts, cid: orphan }));
  await bring('detached');
  const { deleteDisk } = h.cpi;
  let attaching: ReturnType<typeof attach> | undefined;
  vi.spyOn(h.cpi, 'deleteDisk').mockImplementation(async (cid) => {
    attaching = attach(orphan);
    await vi.waitFor(async () => expect(await h.store.read.events.newest({ action: 'attach' }, { limit: 1 })).toHaveLength(1));
    return deleteDisk.call(h.cpi, cid);
  });
  expect(await h.run('delete_orphan_disks', { cids: [orphan] })).toMatchObject({ state: 'done' });
  expect(await errorCode(await (attaching as ReturnType<typeof attach>))).toBe(100002);
  expect(await cids()).toEqual({ own, orphans: [] });
});
