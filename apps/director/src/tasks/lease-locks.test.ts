import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import { LeaseLocks } from './lease-locks.js';

it('who is to wait no more does not wait for who has the lock', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'bosh6-locks-'));
  const store = await openSqliteStore(join(dir, 'db'));
  const world = realWorld();
  const waiting = Promise.withResolvers<void>();
  const after: typeof world.after = (...args) => {
    waiting.resolve();
    return world.after(...args);
  };
  const locks = new LeaseLocks(store, Object.assign(Object.create(world) as typeof world, { after }));
  const held = Promise.withResolvers<void>();
  const inside = Promise.withResolvers<void>();
  const first = locks.withLock('deployment:nginx', 10, () => {
    inside.resolve();
    return held.promise;
  });
  await inside.promise;
  const cancel = new AbortController();
  const work = async () => expect.unreachable();
  const second = locks.withLock('deployment:nginx', 11, work, { timeoutMs: 900_000, signal: cancel.signal });
  await waiting.promise;
  cancel.abort(new Error('cancelled'));
  await expect(second).rejects.toThrow('cancelled');
  held.resolve();
  await first;
  await store.close();
  await rm(dir, { recursive: true });
});

it('a lock that stays taken says whose it is, and how to wait for that or stop it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'bosh6-locks-'));
  const store = await openSqliteStore(join(dir, 'db'));
  const locks = new LeaseLocks(store, realWorld());
  const second = locks.withLock('deployment:nginx', 10, () =>
    locks.withLock('deployment:nginx', 11, async () => expect.unreachable(), { timeoutMs: 0 }),
  );
  await expect(second).rejects.toMatchObject({
    code: 'LockBusy',
    message: "the lock 'deployment:nginx' is held by task 10",
    hint: 'wait for it with `bosh6 task 10`, or stop it with `bosh6 cancel-task 10`',
  });
  await store.close();
  await rm(dir, { recursive: true });
});
