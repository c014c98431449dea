import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { createRepositories } from './create-repositories.js';
import * as entities from './entities/index.js';
import { Initial1764000000000 } from './migrations/1-initial.js';
import { LocalDns1764000000002 } from './migrations/2-local-dns.js';
import type { Repositories, Store } from './store.js';
import { WriteQueue } from './write-queue.js';

/**
 * Opens the SQLite database at `path` and brings it up to date.
 * TypeORM has one connection for SQLite, on which concurrent transactions would mix, so writers queue up and readers have a connection of their own.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  await mkdir(dirname(path), { recursive: true });
  const writer = await open(path, false);
  try {
    if (await outdated(writer)) await writer.runMigrations({ transaction: 'each' });
    const reader = await open(path, true);
    return new SqliteStore(writer, reader);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

function open(path: string, readonly: boolean): Promise<DataSource> {
  return new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: path,
    readonly,
    enableWAL: !readonly,
    prepareDatabase: (connection: Database.Database) => {
      connection.pragma('synchronous = NORMAL');
      connection.pragma('busy_timeout = 5000');
    },
    entities: Object.values(entities),
    migrations: readonly ? [] : [Initial1764000000000, LocalDns1764000000002],
    logging: false,
  }).initialize();
}

/** Asking TypeORM costs a dozen statements at every start; the table of migrations answers with one. */
async function outdated(source: DataSource): Promise<boolean> {
  const known = await source.query(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'migrations'`);
  if (known.length === 0) return true;
  const done: { name: string }[] = await source.query('SELECT name FROM migrations');
  const names = new Set(done.map((row) => row.name));
  return source.migrations.some((migration) => !names.has(migration.name ?? migration.constructor.name));
}

class SqliteStore implements Store {
  readonly read: Repositories;
  readonly #tx: Repositories;
  readonly #queue = new WriteQueue();
  readonly #writer: DataSource;
  readonly #reader: DataSource;

  constructor(writer: DataSource, reader: DataSource) {
    this.#writer = writer;
    this.#reader = reader;
    this.read = createRepositories(reader.manager);
    this.#tx = createRepositories(writer.manager);
  }

  write<T>(work: (tx: Repositories) => Promise<T>): Promise<T> {
    return this.#queue.run(() => this.#transaction('BEGIN IMMEDIATE', 'COMMIT', work));
  }

  snapshot<T>(work: (tx: Repositories) => Promise<T>): Promise<T> {
    return this.#queue.run(() => this.#transaction('BEGIN', 'ROLLBACK', work));
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.#reader.destroy();
    await this.#writer.destroy();
  }

  async #transaction<T>(begin: string, end: string, work: (tx: Repositories) => Promise<T>): Promise<T> {
    await this.#writer.query(begin);
    try {
      const result = await work(this.#tx);
      await this.#writer.query(end);
      return result;
    } catch (error) {
      await this.#writer.query('ROLLBACK');
      throw error;
    }
  }
}
