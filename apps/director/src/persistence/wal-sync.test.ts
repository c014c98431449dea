import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSqliteStore } from './sqlite-store.js';
import { WalSync } from './wal-sync.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bosh6-wal-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(directory, { recursive: true });
});

/** Each sync of a file's data ends when it is told to. */
async function heldSyncs(): Promise<(() => void)[]> {
  const handle = await open(directory, 'r');
  const prototype = Object.getPrototypeOf(handle) as { datasync(): Promise<void> };
  await handle.close();
  const ends: (() => void)[] = [];
  vi.spyOn(prototype, 'datasync').mockImplementation(() => new Promise((resolve) => ends.push(resolve)));
  return ends;
}

it('who asks while it is at it waits for the next time, all of them for the same one', async () => {
  await writeFile(join(directory, 'db-wal'), '');
  const ends = await heldSyncs();
  const wal = new WalSync(join(directory, 'db'));
  const over: number[] = [];
  const ask = (number: number): Promise<void> => wal.sync().then(() => void over.push(number));
  const asked = [ask(1)];
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  asked.push(ask(2), ask(3));
  ends[0]?.();
  await vi.waitFor(() => expect(ends).toHaveLength(2));
  // What they wrote may have come too late for the first.
  expect(over).toEqual([1]);
  ends[1]?.();
  await Promise.all(asked);
  expect(over).toEqual([1, 2, 3]);
  expect(ends).toHaveLength(2);
  await wal.close();
});

it('a failure is told to those who waited for it, and the next time is another', async () => {
  const wal = new WalSync(join(directory, 'db'));
  const first = wal.sync();
  const second = wal.sync();
  await expect(first).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(second).rejects.toMatchObject({ code: 'ENOENT' });
  await writeFile(join(directory, 'db-wal'), '');
  await expect(wal.sync()).resolves.toBeUndefined();
  await wal.close();
});

it('of a store what was written is on the disk once it says so', async () => {
  const ends = await heldSyncs();
  const store = await openSqliteStore(join(directory, 'director.sqlite'));
  await store.write((tx) => tx.attributes.set('a', 'b'));
  expect(ends).toHaveLength(0);
  let isDurable = false;
  const durable = store.durable().then(() => {
    isDurable = true;
  });
  await vi.waitFor(() => expect(ends).toHaveLength(1));
  expect(isDurable).toBe(false);
  ends[0]?.();
  await durable;
  await store.close();
});
