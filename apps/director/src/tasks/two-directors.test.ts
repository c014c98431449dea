import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld, type World } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../persistence/store.js';
import { type OpenedStore, storeKinds } from '../persistence/stores.test.suite.js';
import { leaseMs } from './live-tasks.js';
import type { TaskHandler } from './task-handler.js';
import { TaskOutputs } from './task-outputs.js';
import { TaskQueue } from './task-queue.js';

const openPostgres = async (): Promise<OpenedStore> => {
  const [kind] = storeKinds.filter(({ name }) => name === 'PostgreSQL');
  if (kind === undefined) throw new TypeError('no PostgreSQL');
  return kind.open();
};
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const task = (type: string) => ({ type, description: type, user: 'admin', payload: {} });
const waits: TaskHandler = {
  type: 'waits',
  run: (context) => new Promise((_resolve, reject) => context.signal.addEventListener('abort', () => reject(new TypeError('interrupted')))),
};

describe('two Directors on one PostgreSQL database', () => {
  let dir: string;
  let opened: OpenedStore;
  let one: TaskQueue;
  let two: TaskQueue;
  const make = (store: Store, world: World = realWorld(), renewMs = 10, works = true): TaskQueue => {
    const outputs = new TaskOutputs(join(dir, 'tasks'));
    const queue = new TaskQueue({ store, outputs, world, log: silent, workers: 2, renewMs, works });
    queue.register(waits, { type: 'quick', run: async () => 'ok' }, { ...waits, type: 'again', recover: async () => 'requeue' });
    return queue;
  };
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'bosh6-two-'));
    opened = await openPostgres();
    one = make(opened.store);
    two = make(await opened.other());
  });
  afterEach(async () => {
    await one.close();
    await two.close();
    await opened.close();
    await rm(dir, { recursive: true });
  });

  it('share work, and each task is run by one', async () => {
    await one.start();
    await two.start();
    const ids = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : two).enqueue(task('quick'))));
    for (const id of ids) expect(await one.ended(id)).toMatchObject({ state: 'done', result: 'ok' });
  });

  it('where one only takes tasks in, the other runs them, hears of cancels and tells of ends at once', async () => {
    const never = 1e9;
    const [api, worker] = [make(opened.store, realWorld(), never, false), make(await opened.other(), realWorld(), never)];
    await api.start();
    const early = await api.enqueue(task('quick'));
    await worker.start();
    expect(await api.ended(early)).toMatchObject({ state: 'done' });
    expect(await api.ended(await api.enqueue(task('quick')))).toMatchObject({ state: 'done' });
    const id = await api.enqueue(task('waits'));
    await expect.poll(async () => (await opened.store.read.tasks.find({ id }))?.state).toBe('processing');
    await api.cancel(id);
    expect(await api.ended(id)).toMatchObject({ state: 'cancelled' });
    await api.close();
    await worker.close();
  });

  it('keep what they run while they settle, however long, what another left', async () => {
    const stateOf = async (id: number) => (await opened.store.read.tasks.find({ id }))?.state;
    const settling = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    two.onRecovered(() => {
      begun.resolve();
      return settling.promise;
    });
    // One does not run, so what it takes in is whose we say.
    const left = await one.enqueue(task('waits'));
    const lease = { state: 'processing', leaseOwner: 'dead', leaseUntil: Date.now() + leaseMs } as const;
    await opened.store.write((tx) => tx.tasks.update({ id: left }, lease));
    await two.start();
    const own = await two.enqueue(task('waits'));
    await expect.poll(() => stateOf(own)).toBe('processing');
    await opened.store.write((tx) => tx.tasks.update({ id: left }, { leaseUntil: 1 }));
    await begun.promise;
    const until = async () => (await opened.store.read.tasks.find({ id: own }))?.leaseUntil ?? 0;
    const before = await until();
    await expect.poll(until).toBeGreaterThan(before);
    await one.cancel(own);
    await expect.poll(() => stateOf(own)).toBe('cancelled');
    settling.resolve();
  });

  it('leave each other’s tasks and locks alone at start', async () => {
    await one.start();
    const id = await one.enqueue(task('waits'));
    await expect.poll(async () => (await opened.store.read.tasks.find({ id }))?.state).toBe('processing');
    const lock = { name: 'lock:deployment:x', uid: 'u', expiredAt: Date.now() + leaseMs, taskId: id };
    await opened.store.write((tx) => tx.locks.take(lock, Date.now()));
    await two.start();
    expect(await two.ended(await two.enqueue(task('quick')))).toMatchObject({ state: 'done' });
    expect(await opened.store.read.tasks.find({ id })).toMatchObject({ state: 'processing' });
    expect(await opened.store.read.locks.count()).toBe(1);
  });

  it('cancel each other’s tasks', async () => {
    await one.start();
    await two.start();
    const id = await one.enqueue(task('waits'));
    await expect.poll(async () => (await opened.store.read.tasks.find({ id }))?.state).toBe('processing');
    await two.cancel(id);
    expect(await two.ended(id)).toMatchObject({ state: 'cancelled' });
  });

  it('settle what the other left when it died, once its leases are over', async () => {
    // It began two minutes ago, and never renewed.
    const past: World = { ...realWorld(), now: () => Date.now() - 2 * leaseMs };
    const dead = make(opened.store, past, 1e9);
    await dead.start();
    const [lost, again] = [await dead.enqueue(task('waits')), await dead.enqueue(task('again'))];
    await expect.poll(() => opened.store.read.tasks.count({ state: 'processing' })).toBe(2);
    await one.start();
    await two.start();
    expect(await two.ended(lost)).toMatchObject({ state: 'error' });
    await expect.poll(async () => (await opened.store.read.tasks.find({ id: again }))?.leaseUntil ?? 0).toBeGreaterThan(Date.now());
    expect(await opened.store.read.tasks.find({ id: again })).toMatchObject({ state: 'processing' });
    await dead.close();
    expect(await opened.store.read.tasks.find({ id: lost })).toMatchObject({
      state: 'error',
      result: expect.stringContaining('ended while'),
    });
  });
});
