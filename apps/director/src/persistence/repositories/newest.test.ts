import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IntentRow, NewTaskRow } from '../rows/index.js';
import type { Store } from '../store.js';
import { type OpenedStore, storeKinds } from '../stores.test.suite.js';

const task = (changes: Partial<NewTaskRow>): NewTaskRow => ({
  type: 'update_deployment',
  state: 'done',
  description: '',
  result: null,
  user: 'admin',
  deployment: null,
  contextId: '',
  payload: { manifestText: 'long' },
  createdAt: 1,
  startedAt: null,
  finishedAt: null,
  leaseOwner: null,
  leaseUntil: null,
  ...changes,
});

describe.each(storeKinds)('on $name', (kind) => {
  let opened: OpenedStore;
  let store: Store;
  beforeEach(async () => {
    opened = await kind.open();
    store = opened.store;
  });
  afterEach(() => opened.close());

  const insert = (...rows: Partial<NewTaskRow>[]): Promise<void> =>
    store.write(async (tx) => {
      for (const row of rows) await tx.tasks.insert(task(row));
    });

  describe('tasks', () => {
    it('come newest first, by what is asked, without payloads', async () => {
      await insert({ deployment: 'a' }, { state: 'error', type: 'vms' }, { deployment: 'a', contextId: 'c' }, { state: 'queued' });
      const ids = async (filter: Parameters<Store['read']['tasks']['newest']>[0]): Promise<number[]> =>
        (await store.read.tasks.newest(filter)).map((row) => row.id);
      expect(await ids({})).toEqual([4, 3, 2, 1]);
      expect(await ids({ limit: 2 })).toEqual([4, 3]);
      expect(await ids({ states: ['queued', 'error'] })).toEqual([4, 2]);
      expect(await ids({ types: ['update_deployment'], deployment: 'a' })).toEqual([3, 1]);
      expect(await ids({ contextId: 'c' })).toEqual([3]);
      const [row] = await store.read.tasks.newest({});
      expect(row).toEqual({ ...task({ state: 'queued' }), id: 4, payload: undefined, requestKey: null, requestReads: 0, teams: [] });
      expect(row).not.toHaveProperty('payload');
      expect(await store.read.tasks.summary(3)).not.toHaveProperty('payload');
    });

    it('are forgotten beyond the newest, unless they go on', async () => {
      await insert({}, { state: 'processing' }, { state: 'cancelling' }, { state: 'error' }, {}, {});
      expect(await store.write((tx) => tx.tasks.deleteAllBut(2))).toEqual([1, 4]);
      expect((await store.read.tasks.all()).map((row) => row.id)).toEqual([2, 3, 5, 6]);
      expect(await store.write((tx) => tx.tasks.deleteAllBut(10))).toEqual([]);
    });
  });

  describe('intents', () => {
    const insert = (...rows: Pick<IntentRow, 'state' | 'outcome'>[]): Promise<unknown> =>
      store.write(async (tx) => {
        for (const [at, row] of rows.entries())
          await tx.intents.insert({ taskId: 1, kind: 'create_vm', requestId: `cpi-${at}`, payload: {}, createdAt: 1, ...row });
      });

    it('are forgotten beyond the newest, unless nobody knows what became of them', async () => {
      await insert(
        { state: 'done', outcome: { cid: 'vm-1' } },
        { state: 'open', outcome: {} },
        { state: 'failed', outcome: { suspect: true } },
        { state: 'failed', outcome: { code: 'CloudError', message: '{"suspect":true}' } },
        { state: 'done', outcome: {} },
        { state: 'failed', outcome: { code: 'Unknown' } },
      );
      await store.write((tx) => tx.intents.deleteAllBut(2));
      expect((await store.read.intents.all()).map(({ id }) => id)).toEqual([2, 3, 5, 6]);
      expect((await store.read.intents.suspects()).map(({ id }) => id)).toEqual([3]);
      await store.write((tx) => tx.intents.deleteAllBut(10));
      expect(await store.read.intents.count()).toBe(4);
    });
  });

  describe('configs', () => {
    it('of a type: the newest of each name that is not deleted', async () => {
      const config = (name: string, deleted = false, type = 'cpi') => ({ type, name, content: name, deleted, createdAt: 1 });
      await store.write(async (tx) => {
        for (const row of [
          config('b'),
          config('a'),
          config('b'),
          config('a', true),
          config('default'),
          config('c', true),
          config('x', false, 'cloud'),
        ])
          await tx.configs.insert(row);
      });
      expect(await store.read.configs.currentIds('cpi')).toEqual([3, 2, 5]);
      expect((await store.read.configs.currentOfType('cpi')).map(({ id }) => id)).toEqual([5, 2, 3]);
    });
  });

  describe('events', () => {
    it('come in pages, newest first', async () => {
      const event = { parentId: null, timestamp: 1, user: 'admin', action: 'create', error: null, taskId: 7, context: {} };
      const rest = { objectType: 'config/cloud', objectName: 'default', deployment: null, instance: null };
      await store.write(async (tx) => {
        for (const user of ['admin', 'other', 'admin', 'admin']) await tx.events.insert({ ...event, ...rest, user });
      });
      const ids = async (...query: Parameters<Store['read']['events']['newest']>): Promise<number[]> =>
        (await store.read.events.newest(...query)).map((row) => row.id);
      expect(await ids({}, { limit: 2 })).toEqual([4, 3]);
      expect(await ids({}, { limit: 2, beforeId: 3 })).toEqual([2, 1]);
      expect(await ids({ user: 'admin', taskId: 7 }, { limit: 9 })).toEqual([4, 3, 1]);
      expect(await ids({ taskId: 8 }, { limit: 9 })).toEqual([]);
      expect(await ids({ objectName: "default' OR '1'='1" }, { limit: 9 })).toEqual([]);
      await store.write((tx) => tx.events.insert({ ...event, ...rest, user: 'admin', timestamp: 5, context: { a: [1] }, parentId: 4 }));
      expect(await ids({}, { limit: 9, from: 2, before: 6 })).toEqual([5]);
      expect(await ids({}, { limit: 9, before: 5 })).toEqual([4, 3, 2, 1]);
      expect(await store.read.events.newest({}, { limit: 1 })).toEqual([
        { ...event, ...rest, id: 5, user: 'admin', timestamp: 5, context: { a: [1] }, parentId: 4 },
      ]);
    });
  });
});
