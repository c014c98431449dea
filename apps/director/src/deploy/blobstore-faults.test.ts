import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failureOf, lostIn, unmendedBy } from './faults.test.support.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

const refused = new Error('connect ECONNREFUSED');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

async function failsOnce(code: number, words: string): Promise<void> {
  const failure = await failureOf(h, await h.deploy(manifest));
  expect(failure).toMatchObject({ state: 'error', code, message: expect.stringContaining(words), told: true });
}

test('a blobstore that takes no compiled package: 450001 with its words, nothing is lost, the next deploy ends well', async () => {
  const down = vi.spyOn(h.collaborators.blobs, 'put').mockRejectedValue(refused);
  await failsOnce(450001, 'ECONNREFUSED');
  expect([h.cpi.vms.size, h.bus.authorized.size]).toEqual([0, 0]);
  expect(await lostIn(h)).toEqual([]);
  down.mockRestore();
  expect(await unmendedBy(h, manifest)).toEqual([]);
});

test('a blobstore that is down for good: the first thing that failed is told, and nothing hides it', async () => {
  const down = vi.spyOn(h.collaborators.blobs, 'put').mockRejectedValue(refused);
  const stuck = vi.spyOn(h.collaborators.blobs, 'delete').mockRejectedValue(new Error('nothing can be deleted'));
  await failsOnce(450001, 'ECONNREFUSED');
  down.mockRestore();
  stuck.mockRestore();
  expect(await unmendedBy(h, manifest)).toEqual([]);
});

test('a blobstore that deletes nothing: what only costs room there fails no deploy', async () => {
  const stuck = vi.spyOn(h.collaborators.blobs, 'delete').mockRejectedValue(refused);
  h.cpi.behaviour.unknownMethods = ['upload_blob'];
  // each with a VM of its own, and so with other records of names
  for (let round = 0; round < 5; round += 1) expect(await h.deploy(manifest, { recreate: true })).toMatchObject({ state: 'done' });
  expect(stuck.mock.calls.length).toBeGreaterThan(5);
});

test('a blobstore that gives a compilation no source: 450001 with its words, nothing is lost, the next deploy ends well', async () => {
  const down = vi.spyOn(h.collaborators.blobs, 'get').mockImplementation(unreachable);
  await failsOnce(450001, 'ECONNREFUSED');
  expect([h.cpi.vms.size, h.bus.authorized.size]).toEqual([0, 0]);
  expect(await lostIn(h)).toEqual([]);
  down.mockRestore();
  expect(await unmendedBy(h, manifest)).toEqual([]);
});

test('a blobstore that gives a VM no compiled package: 450001 with its words, nothing is lost, the next deploy ends well', async () => {
  const get = vi.spyOn(h.collaborators.blobs, 'get');
  h.cpi.compilation = {};
  h.cpi.behaviour.onCall = (call) => call === 'apply' && get.mockImplementation(unreachable);
  await failsOnce(450001, 'ECONNREFUSED');
  expect(await lostIn(h)).toEqual([]);
  h.cpi.behaviour.onCall = undefined;
  get.mockRestore();
  expect(await unmendedBy(h, manifest)).toEqual([]);
});

test('a job whose archive is gone: 100002 with its name before there is a VM; once it is back the next deploy ends well', async () => {
  const { blobs } = h.collaborators;
  const [job] = await h.store.read.releases.jobs.all();
  const id = job?.blobstoreId ?? '';
  const archive = await buffer(blobs.get(id));
  await blobs.delete(id);
  await failsOnce(100002, "'nginx'");
  expect(h.cpi.calls).toEqual([]);
  expect(await lostIn(h)).toMatchObject([{ kind: 'blob_missing', object: id }]);
  await blobs.put(archive, { id });
  expect(await unmendedBy(h, manifest)).toEqual([]);
});

test('a job whose archive is another one: 100001 with its name and both digests before there is a VM; as for one that is gone', async () => {
  const { blobs } = h.collaborators;
  const [job] = await h.store.read.releases.jobs.all();
  const id = job?.blobstoreId ?? '';
  const archive = await buffer(blobs.get(id));
  await blobs.put(Buffer.concat([archive, Buffer.alloc(1)]), { id });
  await failsOnce(100001, `'nginx', blob ${id}, is not what was uploaded: expected sha1 ${job?.sha1}`);
  expect(h.cpi.calls).toEqual([]);
  expect(await lostIn(h)).toEqual([]);
  await blobs.put(archive, { id });
  expect(await unmendedBy(h, manifest)).toEqual([]);
});

function unreachable(): Readable {
  return new Readable({
    read() {
      this.destroy(refused);
    },
  });
}
