import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld, type World } from '@bosh6/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { between } from '../failpoints/between.js';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import { LeaseLocks } from './lease-locks.js';

const lock = 'deployment:nginx';
const hour = 3_600_000;
let dir: string;
let store: Store;
let warnings: string[];
const log = { debug: () => {}, info: () => {}, warn: (_fields: object, message: string) => void warnings.push(message), error: () => {} };

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-locks-'));
  store = await openSqliteStore(join(dir, 'db'));
  warnings = [];
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

const make = (changed: Partial<World> = {}, of = store): LeaseLocks =>
  new LeaseLocks(of, Object.assign(Object.create(realWorld()) as World, changed), log);

/** Holds the lock until told. */
async function hold(locks: LeaseLocks, taskId: number): Promise<{ end: (result: string) => void; ended: Promise<string> }> {
  const work = Promise.withResolvers<string>();
  const inside = Promise.withResolvers<void>();
  const ended = locks.withLock(lock, taskId, () => {
    inside.resolve();
    return work.promise;
  });
  await inside.promise;
  return { end: work.resolve, ended };
}

/** A world's timer, and when it was first asked for. */
function watchedAfter(): { after: World['after']; waiting: Promise<void> } {
  const { after } = realWorld();
  const waiting = Promise.withResolvers<void>();
  return {
    after: (...args) => {
      waiting.resolve();
      return after(...args);
    },
    waiting: waiting.promise,
  };
}

it('who is to wait no more does not wait for who has the lock', async () => {
  const { after, waiting } = watchedAfter();
  const locks = make({ after });
  const first = await hold(locks, 10);
  const cancel = new AbortController();
  const work = async () => expect.unreachable();
  const second = locks.withLock(lock, 11, work, { timeoutMs: 900_000, signal: cancel.signal });
  await waiting;
  cancel.abort(new Error('cancelled'));
  await expect(second).rejects.toThrow('cancelled');
  first.end('');
  await first.ended;
});

it('a lock that stays taken says whose it is, and how to wait for that or stop it', async () => {
  const locks = make();
  const second = locks.withLock(lock, 10, () => locks.withLock(lock, 11, async () => expect.unreachable(), { timeoutMs: 0 }));
  await expect(second).rejects.toMatchObject({
    code: 'LockBusy',
    message: "the lock 'deployment:nginx' is held by task 10",
    hint: 'wait for it with `bosh6 task 10`, or stop it with `bosh6 cancel-task 10`',
  });
});

describe('when the clock goes on by an hour', () => {
  let now: number;
  let renew: () => void;
  const leap = (of = store): LeaseLocks => {
    now = Date.now();
    const every: World['every'] = (_ms, run) => {
      renew = run;
      return { cancel: () => undefined };
    };
    return make({ now: () => now, every }, of);
  };

  it('a lock of this process stays its own where there is no other Director', async () => {
    const locks = leap();
    const first = await hold(locks, 10);
    now += hour;
    const second = locks.withLock(lock, 11, async () => expect.unreachable(), { timeoutMs: 0 });
    await expect(second).rejects.toMatchObject({ code: 'LockBusy' });
    first.end('did it');
    expect(await first.ended).toBe('did it');
    expect(await locks.withLock(lock, 11, async () => 'next')).toBe('next');
    expect(warnings).toEqual([]);
  });

  it('what an earlier process left is anybody’s', async () => {
    await hold(leap(), 10);
    const locks = leap();
    now += hour;
    expect(await locks.withLock(lock, 11, async () => 'next')).toBe('next');
  });

  it('one that another Director has taken is missed, and taken again once it is free', async () => {
    const shared = between(store, { shared: true });
    const first = await hold(leap(shared), 10);
    const renewFirst = renew;
    now += hour;
    const second = await hold(make({ now: () => now }, shared), 11);
    renewFirst();
    await expect.poll(() => warnings).toEqual(['a lock was lost to another task, and both work']);
    expect(await store.read.locks.all()).toMatchObject([{ taskId: 11 }]);
    second.end('');
    await second.ended;
    renewFirst();
    await expect.poll(() => store.read.locks.all()).toMatchObject([{ taskId: 10 }]);
    first.end('');
    await first.ended;
    renewFirst();
    await store.write(async () => undefined);
    expect(await store.read.locks.count()).toBe(0);
  });
});

describe('while a release cannot be stored', () => {
  let refused = 0;
  const away = (): Store =>
    between(store, {
      write: (work) => {
        if (refused === 0) return store.write(work);
        refused -= 1;
        return Promise.reject(new Error('away'));
      },
    });

  it('work is what it was, and who waits in this process comes in', async () => {
    const { after, waiting } = watchedAfter();
    const locks = make({ after, sleep: () => new Promise(() => undefined) }, away());
    const first = await hold(locks, 10);
    const second = locks.withLock(lock, 11, async () => 'did that', { timeoutMs: 900_000 });
    await waiting;
    refused = 1;
    first.end('did it');
    expect(await first.ended).toBe('did it');
    expect(await second).toBe('did that');
    expect(warnings).toEqual(['a lock could not be released; it is tried again']);
  });

  it('it is tried until it is', async () => {
    const locks = make({ sleep: async () => undefined }, away());
    const first = await hold(locks, 10);
    refused = 3;
    first.end('did it');
    expect(await first.ended).toBe('did it');
    await expect.poll(() => store.read.locks.count()).toBe(0);
  });
});
