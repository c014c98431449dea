import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../errors.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import { TaskOutputs } from './task-outputs.js';
import { TaskQueue } from './task-queue.js';

let dir: string;
let store: Store;
let queue: TaskQueue;
let warnings: string[];
/** What becomes of the next transactions; later ones are written. */
let fates: ('written' | 'refused')[];
const world = realWorld();
const patient = Object.assign(Object.create(world) as typeof world, { sleep: async () => undefined });
const task = (type: string) => ({ type, description: type, user: 'admin', payload: {} });
const lost = "lines of a task's output could not be written";

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-full-'));
  store = await openSqliteStore(join(dir, 'db'));
  warnings = [];
  fates = [];
  queue = make();
});
afterEach(async () => {
  await queue.close();
  await store.close();
  await rm(dir, { recursive: true });
});

function make(works = true): TaskQueue {
  const full = Object.create(store) as Store;
  full.write = async (work) => {
    if (fates.shift() === 'refused') throw new Error('the disk is full');
    return store.write(work);
  };
  const outputs = new TaskOutputs(join(dir, 'tasks'));
  const log = { debug: () => {}, info: () => {}, warn: (_fields: object, message: string) => void warnings.push(message), error: () => {} };
  const made = new TaskQueue({ store: full, outputs, world: patient, log, workers: 2, renewMs: 10, works });
  made.register(
    { type: 'quick', run: async ({ events }) => events.stage('Work', 1).task('step', async () => 'did it') },
    { type: 'fails', run: ({ events }) => events.stage('Work', 1).task('step', () => Promise.reject(fail('LockBusy', 'busy'))) },
    {
      type: 'answers',
      run: async ({ result }) => {
        result('{}');
        return 'answered';
      },
    },
  );
  return made;
}

/** Nothing can be written where a task's output of that name is to be. */
const block = (id: number, type: string): Promise<unknown> => mkdir(join(dir, 'tasks', String(id), type), { recursive: true });

describe('while the disk is full', () => {
  it('a task whose output cannot be opened is run like the others, and what is lost is said once', async () => {
    await mkdir(join(dir, 'tasks'));
    const ids = [await queue.enqueue(task('quick')), await queue.enqueue(task('quick'))];
    await writeFile(join(dir, 'tasks', String(ids[0])), '');
    await queue.start();
    for (const id of ids) expect(await queue.ended(id)).toMatchObject({ state: 'done', result: 'did it' });
    expect(warnings).toEqual([lost]);
    await rm(join(dir, 'tasks', String(ids[0])));
  });

  it('a task that fails ends so without its event lines, which go on once there is room', async () => {
    const id = await queue.enqueue(task('fails'));
    await block(id, 'event');
    await queue.start();
    expect(await queue.ended(id)).toMatchObject({ state: 'error', result: 'busy' });
    expect(warnings).toEqual([lost, 'task failed']);
    expect(await readFile(join(dir, 'tasks', String(id), 'debug'), 'utf8')).toContain('CodedError: busy');
    const output = new TaskOutputs(join(dir, 'tasks')).open(id, { warn: () => undefined });
    output.line('event', 'lost');
    await rm(join(dir, 'tasks', String(id), 'event'), { recursive: true });
    output.line('event', 'kept');
    output.close();
    expect(await readFile(join(dir, 'tasks', String(id), 'event'), 'utf8')).toBe('kept\n');
  });

  it('a task that cannot give its answer has failed', async () => {
    const id = await queue.enqueue(task('answers'));
    await block(id, 'result');
    await queue.start();
    expect(await queue.ended(id)).toMatchObject({ state: 'error', result: expect.stringContaining('EISDIR') });
  });

  it('a task that is cancelled before it began ends once that can be stored', async () => {
    const idle = make(false);
    await idle.start();
    const id = await idle.enqueue(task('quick'));
    await block(id, 'event');
    fates = ['written', 'refused', 'refused'];
    await idle.cancel(id);
    expect(await idle.ended(id)).toMatchObject({ state: 'cancelled' });
    await idle.close();
  });

  it('a task that could not be claimed is claimed later', async () => {
    await queue.start();
    fates = ['written', 'refused', 'refused'];
    const id = await queue.enqueue(task('quick'));
    expect(await queue.ended(id)).toMatchObject({ state: 'done' });
  });
});
