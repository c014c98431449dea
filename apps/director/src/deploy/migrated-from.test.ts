import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloudConfig, type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const withoutAzs = (text: string): string => text.replace(/azs: \[[^\]]*\],? ?/g, '').replace('az: z1, ', '');
const moved = manifest.replace('- name: nginx\n', '- name: web\n  migrated_from: [{name: nginx, az: z1}]\n');

test('instances of a time without AZs keep disk and addresses when migrated_from says where they are, also where the first try fails', async () => {
  await h.setCloudConfig(withoutAzs(cloudConfig).trimStart());
  expect(await h.deploy(withoutAzs(manifest))).toMatchObject({ state: 'done' });
  const [before] = await h.store.read.instances.all();
  const disks = await h.store.read.disks.all();
  expect(before).toMatchObject({ group: 'nginx', az: null });
  await h.setCloudConfig(cloudConfig);

  h.cpi.behaviour.failMethods = ['apply'];
  expect(await h.deploy(moved)).toMatchObject({ state: 'error' });
  h.cpi.behaviour.failMethods = [];
  expect(await h.deploy(moved)).toMatchObject({ state: 'done' });

  expect(await h.store.read.instances.all()).toEqual([
    expect.objectContaining({ uuid: before?.uuid, group: 'web', az: 'z1', updateCompleted: true }),
  ]);
  expect((await h.store.read.disks.all()).map(({ cid, active }) => [cid, active])).toEqual(disks.map(({ cid }) => [cid, true]));
  expect(await h.store.read.orphanDisks.all()).toEqual([]);
  expect(await h.deploy(moved.replace(/ {2}migrated_from.*\n/, ''))).toMatchObject({ state: 'done' });
  expect((await h.store.read.instances.all()).map(({ uuid }) => uuid)).toEqual([before?.uuid]);
});
