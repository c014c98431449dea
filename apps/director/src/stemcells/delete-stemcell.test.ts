import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deletePassed } from '../blobs/delete-passing.js';
import { type Harness, startHarness } from '../deploy/harness.test.support.js';
import { TaskOutputs } from '../tasks/task-outputs.js';
import { TaskQueue } from '../tasks/task-queue.js';
import { deleteStemcellHandler } from './delete-stemcell.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

test('a deletion that was cut off once the rows were gone ends well when it runs again, and what was compiled goes', async () => {
  const { store, blobs, world, log, config } = h.collaborators;
  const { id: blobId } = await blobs.put(Buffer.from('compiled'));
  const compiled = { packageId: 1, dependencyKey: '', blobstoreId: blobId, sha1: '' };
  await store.write((tx) => tx.compiledPackages.add({ ...compiled, stemcellOs: 'debian-bookworm', stemcellVersion: '1.0' }));
  const killed = vi.spyOn(blobs, 'delete').mockRejectedValue(new TypeError('EIO'));
  const { id } = await h.run('delete_stemcell', { name: 'lab', version: '1.0' });
  killed.mockRestore();
  expect([await store.read.stemcells.count(), await store.read.compiledPackages.count()]).toEqual([0, 0]);
  await h.queue.close();
  await store.write((tx) => tx.tasks.update({ id }, { state: 'processing', result: null, finishedAt: null }));
  const next = new TaskQueue({ store, outputs: new TaskOutputs(config.stateDir), world, log, workers: 1 });
  next.register(deleteStemcellHandler(h.collaborators));
  await next.start();
  expect(await next.ended(id)).toMatchObject({ state: 'done', result: '/stemcells/lab/1.0' });
  await next.close();
  await deletePassed(h.collaborators);
  expect(await blobs.exists(blobId)).toBe(false);
});
