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

test('cut off once the disks were taken from under running jobs: the next deploy ends the VM, and another has the disk', async () => {
  const [cid = ''] = h.cpi.vms.keys();
  const { detachDisk } = h.cpi;
  vi.spyOn(h.cpi, 'detachDisk').mockImplementation(async (vm, disk) => {
    await detachDisk.call(h.cpi, vm, disk).catch(() => undefined);
    throw cpiError('CloudError', 'cut off');
  });
  expect(await h.run('delete_vm', { cid })).toMatchObject({ state: 'error' });
  vi.restoreAllMocks();
  expect(await h.store.read.vms.all()).toMatchObject([{ cid, active: true }]);
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  expect(h.cpi.vms.has(cid)).toBe(false);
  const disks = (await h.store.read.disks.all()).map((disk) => disk.cid);
  expect([...h.cpi.vms.values()].map(({ agent }) => agent.mounted)).toEqual([disks]);
});
