import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import { LeaseLocks } from './lease-locks.js';

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
