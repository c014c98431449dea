import { afterEach, beforeEach, expect, test } from 'vitest';
import { intendDeletion } from '../engine/intents.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const condemned = () => h.store.read.intents.all({ kind: 'delete_vm', state: 'open' });

test('a VM whose deletion failed half-way is ended by the next deploy before it asks any agent', async () => {
  expect((await h.deploy(manifest)).state).toBe('done');
  const [before] = [...h.cpi.vms.keys()];
  h.cpi.failDeleteVm = 'the CPI ended';
  expect((await h.deploy(manifest, { recreate: true })).state).toBe('error');
  expect(await condemned()).toMatchObject([{ outcome: { cid: before } }]);
  // As a VM that was powered off on the way.
  h.cpi.vms.get(before ?? '')?.agent.end();
  h.cpi.failDeleteVm = undefined;
  expect((await h.deploy(manifest)).state).toBe('done');
  expect([...h.cpi.vms.keys()]).toHaveLength(1);
  expect(h.cpi.vms.has(before ?? '')).toBe(false);
  expect(await condemned()).toEqual([]);
});

test('is written down once, however often it fails', async () => {
  expect((await h.deploy(manifest)).state).toBe('done');
  h.cpi.failDeleteVm = 'not now';
  await h.deploy(manifest, { recreate: true });
  await h.deploy(manifest, { recreate: true });
  expect(await condemned()).toHaveLength(1);
});

test('is not taken for whole while it cannot be deleted, nor touched by another deployment', async () => {
  expect((await h.deploy(manifest)).state).toBe('done');
  const [before = ''] = [...h.cpi.vms.keys()];
  h.cpi.failDeleteVm = 'not now';
  await h.deploy(manifest, { recreate: true });
  expect((await h.deploy(manifest)).state).toBe('error');
  h.cpi.failDeleteVm = undefined;
  const other = manifest.replace('name: nginx', 'name: other').replaceAll(/static_ips: [^\n]*/g, '');
  await h.deploy(other, {}, 'other');
  expect(h.cpi.vms.has(before)).toBe(true);
  expect(await condemned()).toHaveLength(1);
  expect((await h.deploy(manifest, { dryRun: true })).state).toBe('done');
  expect(h.cpi.vms.has(before)).toBe(true);
});

test('loses its disks before it is deleted, where the task that was to delete it came to neither', async () => {
  expect((await h.deploy(manifest)).state).toBe('done');
  const [vm] = await h.store.read.vms.all();
  const { cid, agentId = '', cpi = '' } = vm ?? {};
  await intendDeletion({ collaborators: h.collaborators, task: { taskId: 1 } }, { cid: cid ?? '', agentId, cpi });
  const attached: unknown[] = [];
  const { deleteVm } = h.cpi;
  h.cpi.deleteVm = async (gone) => {
    attached.push(...(h.cpi.vms.get(gone)?.disks ?? []));
    await deleteVm.call(h.cpi, gone);
  };
  expect((await h.deploy(manifest)).state).toBe('done');
  expect(h.cpi.vms.has(cid ?? '')).toBe(false);
  expect(attached).toEqual([]);
});
