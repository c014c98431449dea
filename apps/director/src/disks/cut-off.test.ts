import { cpiError } from '@bosh6/cpi-protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';

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
const instance = async () => (await h.store.read.instances.all())[0];
const own = async () => (await h.store.read.disks.all()).map(({ cid }) => cid);
const mounted = () => [...h.cpi.vms.values()][0]?.agent.mounted;
const attach = async (cid: string) =>
  h.run('attach_disk', { deployment: 'nginx', group: 'nginx', id: (await instance())?.uuid, cid, copy: true });
const failOnce = (method: 'attachDisk' | 'detachDisk') => vi.spyOn(h.cpi, method).mockRejectedValueOnce(cpiError('CloudError', 'not now'));

test('attach-disk that failed half-way: another try attaches the disk that has no place yet', async () => {
  const other = await h.cpi.createDisk();
  await bring('stopped');
  failOnce('attachDisk');
  expect(await attach(other)).toMatchObject({ state: 'error' });
  expect(mounted()).toEqual([]);
  expect(await attach(other)).toMatchObject({ state: 'done' });
  expect(mounted()).toEqual([other]);
  expect(await own()).toEqual([other]);
});

test('attach-disk that failed half-way: no job is started without the disk', async () => {
  const other = await h.cpi.createDisk();
  await bring('stopped');
  failOnce('attachDisk');
  expect(await attach(other)).toMatchObject({ state: 'error' });
  expect(await instance()).toMatchObject({ updateCompleted: false });
  expect(await bring('started')).toMatchObject({ state: 'done' });
  expect(mounted()).toEqual([other]);
});

test('orphan-disk that failed once the disk was unmounted: it is mounted again before a job is started', async () => {
  const disks = await own();
  await bring('stopped');
  failOnce('detachDisk');
  expect(await h.run('orphan_disk', { cid: disks[0] })).toMatchObject({ state: 'error' });
  expect(mounted()).toEqual([]);
  expect(await bring('started')).toMatchObject({ state: 'done' });
  expect(await own()).toEqual(disks);
  expect(mounted()).toEqual(disks);
});

test('what ended well leaves nothing unfinished; what an update left so stays so', async () => {
  const other = await h.cpi.createDisk();
  await bring('stopped');
  await attach(other);
  expect(await instance()).toMatchObject({ updateCompleted: true });
  await h.run('orphan_disk', { cid: other });
  expect(await instance()).toMatchObject({ updateCompleted: true });
  await h.store.write((tx) => tx.instances.update({ index: 0 }, { updateCompleted: false }));
  await attach(other);
  expect(await instance()).toMatchObject({ updateCompleted: false });
});
