import { afterEach, beforeEach, expect, test } from 'vitest';
import { errorOf, lostIn, unmendedBy } from './faults.test.support.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

const other = manifest
  .slice(manifest.indexOf('- name: nginx\n  instances'))
  .replace('- name: nginx\n', '- name: thief\n')
  .replace('::165', '::166')
  .replace(':0165', ':0166');
const moved = manifest.replace('10.0.9.165', '10.0.9.166');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  await h.store.write((tx) => tx.instances.update({ group: 'nginx' }, { ignore: true }));
});
afterEach(() => h.close());

test.each([
  { title: 'which is to move', text: moved + other, code: 190020 },
  { title: 'which keeps it', text: manifest + other, code: 130008 },
  {
    title: 'of another deployment',
    text: manifest.replace('name: nginx\n', 'name: other\n').replace(':0165', ':0166'),
    code: 130008,
    name: 'other',
  },
])('the address of an ignored instance $title: $code, and nothing is touched', async ({ text, code, name = 'nginx' }) => {
  const before = [await h.store.read.instances.all(), await h.store.read.reservations.all(), await h.store.read.vms.all()];
  const calls = h.cpi.calls.length;
  const task = await h.deploy(text, {}, name);
  expect([task.state, (await errorOf(h, task))?.code]).toEqual(['error', code]);
  expect([await h.store.read.instances.all(), await h.store.read.reservations.all(), await h.store.read.vms.all()]).toEqual(before);
  expect(h.cpi.calls.slice(calls)).toEqual([]);
  expect(await h.store.read.deployments.all()).toMatchObject([{ name: 'nginx', manifestText: manifest }]);
  expect(await lostIn(h)).toEqual([]);
  expect(await unmendedBy(h, manifest)).toEqual([]);
});
