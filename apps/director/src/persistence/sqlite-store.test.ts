import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@bosh6/base';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from './sqlite-store.js';
import type { Store } from './store.js';

let dir: string;
let path: string;
let store: Store;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-store-'));
  path = join(dir, 'director.sqlite');
  store = await openSqliteStore(path);
});
afterEach(async () => {
  await store.close();
  await rm(dir, { recursive: true });
});

const config = (name: string) => ({ type: 'cloud', name, content: '{}', deleted: false, createdAt: 1 });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the sqlite store', () => {
  it('keeps 100 interleaved transactions apart, of which every third fails', async () => {
    const all = Array.from({ length: 100 }, (_, i) =>
      store.write(async (tx) => {
        await tx.configs.insert(config(`a${i}`));
        await turn();
        if (i % 3 === 0) throw new TypeError('on purpose');
        await tx.configs.insert(config(`b${i}`));
        return i;
      }),
    );
    const ended = await Promise.allSettled(all);
    const names = (await store.read.configs.all()).map((row) => row.name);
    const expected = ended.flatMap((result, i) => (result.status === 'fulfilled' ? [`a${i}`, `b${i}`] : []));
    expect(expected).toHaveLength(132);
    expect(names).toEqual(expected);
  });

  it('shows readers only what was committed', async () => {
    await store.write(async (tx) => {
      await tx.configs.insert(config('x'));
      expect(await store.read.configs.count()).toBe(0);
      expect(await tx.configs.count()).toBe(1);
    });
    expect(await store.read.configs.count()).toBe(1);
  });

  it('lets nobody write through the readers', async () => {
    await expect(store.read.configs.insert(config('x'))).rejects.toThrow();
  });

  it('keeps nothing of a snapshot', async () => {
    await store.snapshot((tx) => tx.configs.insert(config('x')));
    expect(await store.read.configs.count()).toBe(0);
  });

  it('refuses a transaction inside a transaction', async () => {
    const error: unknown = await store.write(() => store.write(async () => 1)).catch((e: unknown) => e);
    expect(CodedError.is(error, 'NestedWrite')).toBe(true);
  });

  it('gives rows back as they went in, bytes, booleans and JSON included', async () => {
    const first = Buffer.from('00000000000000000000ffff0a0009a5', 'hex');
    const inserted = await store.write((tx) =>
      tx.reservations.insert({
        family: 4,
        first,
        last: first,
        prefix: 32,
        network: 'default',
        instanceId: 1,
        vmId: null,
        taskId: null,
        owner: 'nginx/nginx/0',
        kind: 'static',
        nicGroup: null,
      }),
    );
    const found = await store.read.reservations.find({ id: inserted.id });
    expect(Buffer.from(found?.first ?? []).equals(first)).toBe(true);
    await store.write((tx) =>
      tx.deployments.insert({
        name: 'n',
        manifestText: null,
        cloudConfigIds: [1, 2],
        runtimeConfigIds: [],
        releaseVersionIds: [],
        stemcellIds: [],
      }),
    );
    expect(await store.read.deployments.find({ name: 'n' })).toEqual({
      id: 1,
      name: 'n',
      manifestText: null,
      cloudConfigIds: [1, 2],
      runtimeConfigIds: [],
      releaseVersionIds: [],
      stemcellIds: [],
    });
    const row = await store.write((tx) => tx.configs.insert(config('x')));
    await store.write((tx) => tx.configs.update({ id: row.id }, { deleted: true }));
    expect(await store.read.configs.find({ deleted: true })).toEqual({ ...config('x'), id: row.id, deleted: true });
  });

  it('opens again, in WAL mode, without running a migration twice', async () => {
    await store.write((tx) => tx.configs.insert(config('x')));
    await store.close();
    store = await openSqliteStore(path);
    expect(await store.read.configs.count()).toBe(1);
    const raw = new Database(path, { readonly: true });
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    raw.close();
  });

  it('has an entity column for each column of the migration', async () => {
    const raw = new Database(path, { readonly: true });
    const entities = await import('./entities/index.js');
    for (const entity of Object.values(entities)) {
      const table = entity.options.tableName ?? '';
      const real = (raw.pragma(`table_info("${table}")`) as { name: string }[]).map((column) => column.name);
      const declared = Object.entries(entity.options.columns).map(([key, column]) => column?.name ?? key);
      expect({ table, columns: declared.sort() }).toEqual({ table, columns: real.sort() });
    }
    raw.close();
  });
});
