import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as entities from './entities/index.js';
import { openSqliteStore } from './sqlite-store.js';

const original = Database.prototype.prepare;

describe('the SQLite database', () => {
  let dir: string;
  let raw: Database.Database;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'bosh6-sqlite-'));
    const path = join(dir, 'new', 'director.sqlite');
    await (await openSqliteStore(path)).close();
    raw = new Database(path, { readonly: true });
  });
  afterAll(async () => {
    raw.close();
    await rm(dir, { recursive: true });
  });

  it('is in WAL mode', () => {
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
  });

  it('is asked by statements without numbers in their text, one for all ids', async () => {
    const asked: string[] = [];
    const prepare = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
      asked.push(sql);
      return original.call(this, sql);
    });
    const store = await openSqliteStore(join(dir, 'asked.sqlite'));
    const at = 1_700_000_000_000;
    const row = await store.write((tx) => tx.configs.insert({ type: 'cloud', name: 'c', content: '', deleted: false, createdAt: at }));
    expect(await store.read.configs.find({ id: row.id })).toMatchObject({ name: 'c', createdAt: at });
    asked.length = 0;
    for (const id of [77, 78]) expect(await store.read.configs.find({ id })).toBeUndefined();
    expect(asked).toEqual([]);
    await store.close();
    prepare.mockRestore();
  });

  it('says that its disk is full, and goes on once there is room', async () => {
    const writers = new Set<Database.Database>();
    const prepare = vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
      if (!this.readonly) writers.add(this);
      return original.call(this, sql);
    });
    const store = await openSqliteStore(join(dir, 'full.sqlite'));
    prepare.mockRestore();
    const config = { type: 'cloud', name: 'c', content: 'x'.repeat(1e6), deleted: false, createdAt: 1 };
    for (const writer of writers) writer.pragma(`max_page_count = ${writer.pragma('page_count', { simple: true })}`);
    await expect(store.write((tx) => tx.configs.insert(config))).rejects.toMatchObject({ details: { code: 'SQLITE_FULL' } });
    for (const writer of writers) writer.pragma('max_page_count = 100000');
    await store.write((tx) => tx.configs.insert(config));
    expect(await store.read.configs.count()).toBe(1);
    await store.close();
  });

  it('has a column for each of the entities', () => {
    for (const entity of Object.values(entities)) {
      const table = entity.options.tableName ?? '';
      const real = (raw.pragma(`table_info("${table}")`) as { name: string }[]).map((column) => column.name);
      const declared = Object.entries(entity.options.columns).map(([key, column]) => column?.name ?? key);
      expect({ table, columns: declared.sort() }).toEqual({ table, columns: real.sort() });
    }
  });
});
