import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError, realWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../errors.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import { LeaseLocks } from './lease-locks.js';
import type { TaskHandler } from './task-handler.js';
import { TaskOutputs } from './task-outputs.js';
import { TaskQueue } from './task-queue.js';

let dir: string;
let store: Store;
let queue: TaskQueue;
const world = realWorld();
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const make = (options: { keep?: number } = {}): TaskQueue =>
  new TaskQueue({ store, outputs: new TaskOutputs(join(dir, 'tasks')), world, log: silent, workers: 2, ...options });
const task = (type: string) => ({ type, description: type, user: 'admin', payload: { n: 1 } });
const output = (id: number, type: string): Promise<string> => readFile(join(dir, 'tasks', String(id), type), 'utf8');
const events = async (id: number): Promise<Record<string, unknown>[]> =>
  (await output(id, 'event'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-tasks-'));
  store = await openSqliteStore(join(dir, 'db'));
  queue = make();
});
afterEach(async () => {
  await queue.close();
  await store.close();
  await rm(dir, { recursive: true });
});

const waits: TaskHandler = {
  type: 'waits',
  run: (context) => new Promise((_resolve, reject) => context.signal.addEventListener('abort', () => reject(new TypeError('interrupted')))),
};

describe('the task queue', () => {
  it('a request that is sent again after its task died with a Director begins anew', async () => {
    const request = { key: 'same', at: world.now() };
    const lost = await queue.enqueue({ ...task('quick'), request });
    await store.write((tx) => tx.tasks.update({ id: lost }, { state: 'processing' }));
    expect(await queue.enqueue({ ...task('quick'), request })).toBe(lost);
    queue.register({ type: 'quick', run: async () => 'did it' });
    await queue.start();
    expect(await queue.ended(lost)).toMatchObject({ state: 'error' });
    const again = await queue.enqueue({ ...task('quick'), request });
    expect(again).not.toBe(lost);
    expect(await queue.ended(again)).toMatchObject({ state: 'done' });
  });

  it('runs a handler and keeps its output in lines', async () => {
    queue.register({
      type: 'greet',
      run: async ({ events: log, result }) => {
        const stage = log.stage('Greeting', 1, ['web']);
        await stage.task('hello', async (progress) => progress('waving', 40));
        result('{"a":1}');
        return '/greetings/1';
      },
    });
    await queue.start();
    const row = await queue.ended(await queue.enqueue(task('greet')));
    expect(row).toMatchObject({ state: 'done', result: '/greetings/1' });
    expect(await output(row.id, 'result')).toBe('{"a":1}\n');
    const lines = await events(row.id);
    expect(lines.map(({ time, ...line }) => line)).toEqual([
      { stage: 'Greeting', tags: ['web'], total: 1, task: 'hello', index: 1, state: 'started', progress: 0 },
      {
        stage: 'Greeting',
        tags: ['web'],
        total: 1,
        task: 'hello',
        index: 1,
        state: 'in_progress',
        progress: 40,
        data: { status: 'waving' },
      },
      { stage: 'Greeting', tags: ['web'], total: 1, task: 'hello', index: 1, state: 'finished', progress: 100 },
    ]);
  });

  it('ends a failing task in error, with its code as the last event', async () => {
    queue.register({
      type: 'fails',
      run: ({ events: log }) =>
        log.stage('Work', 1).task('step', async () => {
          throw fail('LockBusy', 'busy', { where: { pointer: '/x' } });
        }),
    });
    await queue.start();
    const row = await queue.ended(await queue.enqueue(task('fails')));
    expect(row.state).toBe('error');
    const lines = await events(row.id);
    expect(lines.at(-2)).toMatchObject({ state: 'failed', data: { error: 'busy' } });
    expect(lines.at(-1)).toMatchObject({ error: { code: 100, message: 'busy', details: { code: 'LockBusy', where: { pointer: '/x' } } } });
  });

  it('cancels what runs and what waits, and refuses what has ended', async () => {
    queue.register(waits);
    const queued = await queue.enqueue(task('waits'));
    await queue.cancel(queued);
    expect((await queue.ended(queued)).state).toBe('cancelled');
    await queue.start();
    const id = await queue.enqueue(task('waits'));
    await expect.poll(async () => (await store.read.tasks.find({ id }))?.state).toBe('processing');
    await queue.cancel(id);
    expect(await queue.ended(id)).toMatchObject({ state: 'cancelled', result: 'task cancelled' });
    expect((await events(id)).at(-1)).toMatchObject({ error: { code: 10001 } });
    const error: unknown = await queue.cancel(id).catch((e: unknown) => e);
    expect(CodedError.is(error, 'TaskNotCancellable')).toBe(true);
  });

  it('never runs more than its workers, nor keeps urgent work waiting', async () => {
    queue.register(waits, { type: 'quick', queue: 'urgent', run: async () => 'ok' });
    await queue.start();
    const ids = [await queue.enqueue(task('waits')), await queue.enqueue(task('waits')), await queue.enqueue(task('waits'))];
    expect((await queue.ended(await queue.enqueue(task('quick')))).state).toBe('done');
    const rows = await store.read.tasks.byIds(ids);
    expect(rows.map((row) => row.state)).toEqual(['processing', 'processing', 'queued']);
  });

  it('keeps the newest tasks, and nothing of older ones', async () => {
    const short = make({ keep: 2 });
    short.register({ type: 'quick', run: async () => 'ok' });
    await short.start();
    for (const _ of [1, 2, 3]) await short.ended(await short.enqueue(task('quick')));
    await expect.poll(() => readdir(join(dir, 'tasks'))).toEqual(['2', '3']);
    expect((await store.read.tasks.all()).map((row) => row.id)).toEqual([2, 3]);
    await short.close();
  });

  it('has no line of what works on after a task has ended', async () => {
    let late: (line: string) => void = () => undefined;
    queue.register({
      type: 'quick',
      run: async ({ debug }) => {
        late = debug;
        return 'ok';
      },
    });
    await queue.start();
    const id = await queue.enqueue(task('quick'));
    await queue.ended(id);
    const before = await output(id, 'debug');
    late('too late');
    expect(await output(id, 'debug')).toBe(before);
  });

  it('stores how a task ended once the database is back', async () => {
    const away = Object.create(store) as Store;
    let failures = 0;
    away.write = async (work) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('on purpose');
      }
      return store.write(work);
    };
    const patient = Object.assign(Object.create(world) as typeof world, { sleep: async () => undefined });
    const other = new TaskQueue({ store: away, outputs: new TaskOutputs(join(dir, 'tasks')), world: patient, log: silent, workers: 1 });
    other.register({
      type: 'quick',
      run: async () => {
        failures = 2;
        return 'did it';
      },
    });
    await other.start();
    expect(await other.ended(await other.enqueue(task('quick')))).toMatchObject({ state: 'done', result: 'did it' });
    expect(await store.read.tasks.all()).toMatchObject([{ state: 'done', result: 'did it' }]);
    await other.close();
  });

  it('settles what a dead Director left running', async () => {
    const dead = make();
    dead.register(waits, { ...waits, type: 'again' });
    await dead.start();
    const [lost, again] = [await dead.enqueue(task('waits')), await dead.enqueue(task('again'))];
    await store.write((tx) =>
      tx.locks.take({ name: 'lock:deployment:x', uid: 'u', expiredAt: world.now() + 60_000, taskId: lost }, world.now()),
    );
    await expect.poll(() => store.read.tasks.count({ state: 'processing' })).toBe(2);
    queue.register(waits, { type: 'again', run: async () => 'second time', recover: async () => 'requeue' });
    await queue.start();
    expect(await queue.ended(lost)).toMatchObject({ state: 'error' });
    expect((await events(lost)).at(-1)).toMatchObject({ error: { details: { code: 'TaskAbandoned' } } });
    expect(await queue.ended(again)).toMatchObject({ state: 'done', result: 'second time' });
    expect(await store.read.locks.count()).toBe(0);
    await dead.close();
  });
});

describe('locks', () => {
  it('let one in at a time, wake the next, and name the holder when the wait is over', async () => {
    const locks = new LeaseLocks(store, world, silent);
    const seen: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = locks.withLock('deployment:web', 1, async () => {
      seen.push('first in');
      await gate;
      seen.push('first out');
    });
    await expect.poll(() => seen).toEqual(['first in']);
    const busy: unknown = await locks.withLock('deployment:web', 2, async () => undefined, { timeoutMs: 0 }).catch((e: unknown) => e);
    expect(CodedError.is(busy, 'LockBusy')).toBe(true);
    expect(CodedError.is(busy) && busy.where?.object).toBe('task 1');
    const second = locks.withLock('deployment:web', 2, async () => void seen.push('second'));
    open();
    await Promise.all([first, second]);
    expect(seen).toEqual(['first in', 'first out', 'second']);
    expect(await store.read.locks.count()).toBe(0);
  });
});
