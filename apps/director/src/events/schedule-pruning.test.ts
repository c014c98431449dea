import { VirtualWorld } from '@bosh6/base';
import { expect, test, vi } from 'vitest';
import type { Blobstore } from '../blobs/blobstore.js';
import { storeKinds } from '../persistence/stores.test.suite.js';
import { schedulePruning } from './schedule-pruning.js';

test.each(storeKinds)('events and settled intents are forgotten, now and once a day, on $name', async (kind) => {
  const { store, close } = await kind.open();
  const world = new VirtualWorld();
  const log = { debug: () => {}, info: () => {}, warn: vi.fn(), error: () => {} };
  const seen = async () => [await store.read.events.count(), await store.read.intents.count()];
  const fill = () =>
    store.write(async (tx) => {
      for (let at = 0; at < 5; at += 1) {
        const event = { parentId: null, timestamp: 1, user: 'admin', action: 'create', objectType: 'vm', objectName: null, error: null };
        await tx.events.insert({ ...event, taskId: null, deployment: null, instance: null, context: {} });
        const intent = { taskId: 1, kind: 'create_vm', requestId: world.uuid(), payload: {}, outcome: {}, createdAt: 1 };
        await tx.intents.insert({ ...intent, state: 'done' });
      }
    });
  await fill();
  const blobs = {} as Blobstore;
  const end = schedulePruning({ store, blobs, world, log }, 3);
  await vi.waitFor(async () => expect(await seen()).toEqual([3, 3]));
  await fill();
  world.advance(86_400_000);
  await vi.waitFor(async () => expect(await seen()).toEqual([3, 3]));
  end();
  expect(log.warn).not.toHaveBeenCalled();
  await close();
});

test.each(storeKinds)('blobs whose time has passed are deleted, now and once a day, on $name', async (kind) => {
  const { store, close } = await kind.open();
  const world = new VirtualWorld();
  const log = { debug: () => {}, info: () => {}, warn: vi.fn(), error: () => {} };
  let deleted: string[] = [];
  const stubborn = new Set(['refused']);
  const remove = async (id: string): Promise<void> => {
    if (stubborn.has(id)) throw new TypeError('EIO');
    deleted.push(id);
  };
  const blobs = { delete: remove } as Partial<Blobstore> as Blobstore;
  const left = async () => (await store.read.passingBlobs.all()).map(({ blobstoreId }) => blobstoreId);
  const at = world.now();
  await store.write(async (tx) => {
    const until = (blobstoreId: string, keepUntil: number) => ({ blobstoreId, keepUntil });
    await tx.passingBlobs.insertAll([
      until('left', 0),
      until('refused', 0),
      until('bundle', at + 86_400_000),
      until('new', at + 86_400_001),
    ]);
  });
  const end = schedulePruning({ store, blobs, world, log });
  await vi.waitFor(async () => expect(await left()).toEqual(['refused', 'bundle', 'new']));
  expect([deleted, log.warn.mock.calls.length]).toEqual([['left'], 1]);
  deleted = [];
  stubborn.clear();
  world.advance(86_400_000);
  await vi.waitFor(async () => expect(await left()).toEqual(['new']));
  expect(deleted).toEqual(['refused', 'bundle']);
  end();
  await close();
});
