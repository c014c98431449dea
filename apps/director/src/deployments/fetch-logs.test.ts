import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanableArtifacts } from '../cleanup/cleanable-artifacts.js';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';

const hour = 3_600_000;
const tenDays = 240 * hour;
const two = manifest
  .replace('instances: 1', 'instances: 2')
  .replace(', static_ips: [10.0.9.165]', '')
  .replace(/, static_ips: \["2601.*?"\]/, '');
const all = { removeAll: true, keepOrphanedDisks: false };

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const fetch = () => h.run('fetch_logs', { deployment: 'nginx', logType: 'job' });
/** Bundles become older. */
const pass = (ms: number) =>
  h.store.write(async (tx) => {
    for (const { id, keepUntil } of await tx.passingBlobs.all()) await tx.passingBlobs.update({ id }, { keepUntil: keepUntil - ms });
  });
const exists = (id: string | null) => h.collaborators.blobs.exists(id ?? '');

test('the logs of one instance stay for ten days, or until all is cleaned up once they are an hour old', async () => {
  await h.deploy(manifest);
  const before = Date.now();
  const task = await fetch();
  expect(task.state).toBe('done');
  const [bundle] = await h.store.read.passingBlobs.all();
  expect(bundle?.blobstoreId).toBe(task.result);
  expect(bundle?.keepUntil).toBeGreaterThanOrEqual(before + tenDays);

  await h.run('delete_artifacts', { ...all, removeAll: false });
  expect(await exists(task.result)).toBe(true);
  expect((await cleanableArtifacts(h.store, all, Date.now())).log_bundles).toEqual([]);
  await pass(hour);
  expect((await cleanableArtifacts(h.store, all, Date.now())).log_bundles).toEqual([task.result]);
  await h.run('delete_artifacts', all);
  expect(await exists(task.result)).toBe(false);
  expect(await h.store.read.passingBlobs.all()).toEqual([]);
});

test('of those of several one tarball stays', async () => {
  await h.deploy(two);
  const put = vi.spyOn(h.collaborators.blobs, 'put');
  const task = await fetch();
  expect(put).toHaveBeenCalledTimes(3);
  expect(await h.store.read.passingBlobs.all()).toMatchObject([{ blobstoreId: task.result }]);
  const ids = (await Promise.all(put.mock.results.map(({ value }) => value as Promise<{ id: string }>))).map(({ id }) => id);
  expect(await Promise.all(ids.map(exists))).toEqual([false, false, true]);
});

test('logs whose agent has not put them yet are known, and a clean-up does not forget them', async () => {
  await h.deploy(manifest);
  vi.spyOn(h.collaborators.blobs, 'put').mockImplementation(async (_, { id } = {}) => ({ id: id ?? '', sha1: '', sha256: '', size: 0 }));
  expect((await fetch()).state).toBe('error');
  await pass(hour);
  await h.run('delete_artifacts', all);
  expect(await h.store.read.passingBlobs.all()).toHaveLength(1);
});

test('a clean-up takes nothing from those that are being gathered', async () => {
  await h.deploy(two);
  const { blobs } = h.collaborators;
  const put = blobs.put.bind(blobs);
  let cleaned: Promise<unknown> | undefined;
  vi.spyOn(blobs, 'put').mockImplementation(async (...args) => {
    const blob = await put(...args);
    cleaned ??= h.run('delete_artifacts', all);
    await cleaned;
    return blob;
  });
  const task = await fetch();
  expect(task).toMatchObject({ state: 'done' });
  expect(cleaned).toBeDefined();
  expect(await exists(task.result)).toBe(true);
});
