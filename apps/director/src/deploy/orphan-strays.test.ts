import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DiskRow } from '../persistence/rows/index.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
let disk: DiskRow;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  disk = (await h.store.read.disks.all())[0] as DiskRow;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await h.close();
});

const changed = manifest.replace('nginx_conf: one', 'nginx_conf: two');
const addStray = (cid: string): Promise<unknown> =>
  h.store.write((tx) => tx.disks.insert({ ...disk, id: undefined, cid, active: false } as never));
const cids = async () => ({
  own: (await h.store.read.disks.all()).map(({ cid }) => cid),
  orphans: (await h.store.read.orphanDisks.all()).map(({ cid }) => cid),
});

test.each([{}, { recreate: true }])(
  'a disk that a change left, and that is deleted already, is forgotten by a deploy with %j',
  async (options) => {
    await addStray('disk-gone');
    const task = await h.deploy(changed, options);
    expect(task, await h.output(task, 'event')).toMatchObject({ state: 'done' });
    expect(await cids()).toEqual({ own: [disk.cid], orphans: [] });
    expect(await h.output(task, 'event')).toContain('"type":"warning","message":"disk disk-gone,');
  },
);

test('one that only the VM cannot see, or whose CPI cannot tell, is kept among the orphans', async () => {
  const [hidden, silent] = [await h.cpi.createDisk(), 'disk-silent'];
  for (const cid of [hidden, silent]) await addStray(cid);
  const { detachDisk, hasDisk } = h.cpi;
  vi.spyOn(h.cpi, 'detachDisk').mockImplementation((vm, cid) => detachDisk.call(h.cpi, vm, (cid === hidden ? 'unseen' : cid) as never));
  vi.spyOn(h.cpi, 'hasDisk').mockImplementation(async (cid) => {
    if (cid === silent) throw new Error('away');
    return hasDisk.call(h.cpi, cid);
  });
  expect(await h.deploy(changed)).toMatchObject({ state: 'done' });
  expect(await cids()).toEqual({ own: [disk.cid], orphans: [hidden, silent] });
});

test('a VM is not deleted whose disk in use the CPI does not find: the VM may have it', async () => {
  const vms = [...h.cpi.vms.keys()];
  h.cpi.disks.delete(disk.cid);
  expect(await h.deploy(changed, { recreate: true })).toMatchObject({ state: 'error' });
  expect([...h.cpi.vms.keys()]).toEqual(vms);
});
