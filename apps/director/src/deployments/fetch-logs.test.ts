import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanableArtifacts } from '../cleanup/cleanable-artifacts.js';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';

const tenDays = 10 * 86_400_000;
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
const exists = (id: string | null) => h.collaborators.blobs.exists(id ?? '');

test('the logs of one instance stay for ten days, or until all is cleaned up', async () => {
  await h.deploy(manifest);
  const before = Date.now();
  const task = await fetch();
  expect(task.state).toBe('done');
  const [bundle] = await h.store.read.passingBlobs.all();
  expect(bundle?.blobstoreId).toBe(task.result);
  expect(bundle?.keepUntil).toBeGreaterThanOrEqual(before + tenDays);

  await h.run('delete_artifacts', { ...all, removeAll: false });
  expect(await exists(task.result)).toBe(true);
  expect((await cleanableArtifacts(h.store, all)).log_bundles).toEqual([task.result]);
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
  await h.run('delete_artifacts', all);
  expect(await h.store.read.passingBlobs.all()).toHaveLength(1);
});
