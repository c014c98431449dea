import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSqliteStore } from '../persistence/sqlite-store.js';
import type { Store } from '../persistence/store.js';
import { Confirmations } from './confirmations.js';

let directory: string;
let store: Store;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bosh6-confirmations-'));
  store = await openSqliteStore(join(directory, 'db'));
});
afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

const stored = async () => (await store.read.dns.agentVersions.all()).map(({ agentId, version }) => [agentId, version]);

test('what agents say at once is stored at once, and a later version stays', async () => {
  const write = vi.spyOn(store, 'write');
  const second = new Confirmations(store, 2);
  await second.add('a');
  await Promise.all(['b', 'c', 'c', 'd'].map((id) => second.add(id)));
  expect(write).toHaveBeenCalledTimes(2);
  await Promise.all(['a', 'b'].map((id) => new Confirmations(store, 3).add(id)));
  await Promise.all(['a', 'c'].map((id) => new Confirmations(store, 1).add(id)));
  expect(await stored()).toEqual([
    ['a', 3],
    ['b', 3],
    ['c', 2],
    ['d', 2],
  ]);
});

test('one that comes while others are being stored is not forgotten', async () => {
  const reading = Promise.withResolvers<void>();
  const read = Promise.withResolvers<void>();
  const write: Store['write'] = (work) =>
    store.write(async (tx) => {
      const result = work(tx);
      reading.resolve();
      await read.promise;
      return result;
    });
  const confirmations = new Confirmations({ write }, 1);
  const a = confirmations.add('a');
  await reading.promise;
  const b = confirmations.add('b');
  read.resolve();
  await Promise.all([a, b]);
  expect(await stored()).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
});
