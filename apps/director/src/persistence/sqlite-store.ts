import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { takeTurns } from '../core/take-turns.js';
import { fail } from '../errors.js';
import { bindNumbers } from './bind-numbers.js';
import { createRepositories } from './create-repositories.js';
import * as entities from './entities/index.js';
import { guardManager, Statements } from './guard-manager.js';
import { Initial1764000000000 } from './migrations/1-initial.js';
import { laterMigrations } from './migrations/later.js';
import { SqliteReservationRepository } from './repositories/sqlite-reservation-repository.js';
import type { Repositories, Store } from './store.js';
import { WalSync } from './wal-sync.js';
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
    return new SqliteStore(writer, reader, new WalSync(path));
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

async function open(path: string, readonly: boolean): Promise<DataSource> {
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: path,
    readonly,
    enableWAL: !readonly,
    // TypeORM forgets the oldest, not the least used; a deploy has some two hundred.
    statementCacheSize: 1000,
    prepareDatabase: (connection: Database.Database) => {
      // Who needs the disk asks for it: `durable`.
      connection.pragma('synchronous = NORMAL');
      connection.pragma('busy_timeout = 5000');
    },
    entities: Object.values(entities),
    migrations: readonly ? [] : [Initial1764000000000, ...laterMigrations],
    logging: false,
  });
  bindNumbers(source.driver);
  return source.initialize();
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
  readonly shared = false;
  readonly read: Repositories;
  readonly #queue = new WriteQueue();
  readonly #writer: DataSource;
  readonly #reader: DataSource;
  readonly #wal: WalSync;

  constructor(writer: DataSource, reader: DataSource, wal: WalSync) {
    this.#writer = writer;
    this.#reader = reader;
    this.#wal = wal;
    this.read = repositories(guardManager(reader.manager, told));
  }

  write<T>(work: (tx: Repositories) => Promise<T>): Promise<T> {
    return this.#queue.run(() => this.#transaction('BEGIN IMMEDIATE', 'COMMIT', work));
  }

  durable(): Promise<void> {
    return this.#wal.sync();
  }

  snapshot<T>(work: (tx: Repositories) => Promise<T>): Promise<T> {
    return this.#queue.run(() => this.#transaction('BEGIN', 'ROLLBACK', work));
  }

  async version(): Promise<number> {
    // Counts what other connections commit, which all writers are to the one that only reads.
    const [row] = await told<{ data_version: number }[]>(() => this.#reader.query('PRAGMA data_version'));
    return row?.data_version ?? Number.NaN;
  }

  /** There is no other. */
  async announce(): Promise<void> {}

  onAnnounced(): () => Promise<void> {
    return async () => {};
  }

  async close(): Promise<void> {
    await this.#queue.idle();
    await this.#wal.close();
    await this.#reader.destroy();
    await this.#writer.destroy();
  }

  async #transaction<T>(begin: string, end: string, work: (tx: Repositories) => Promise<T>): Promise<T> {
    await told(() => this.#writer.query(begin));
    const statements = new Statements(this.#writer.manager, told);
    try {
      const result = await work(repositories(statements.manager));
      await statements.over();
      await told(() => this.#writer.query(end));
      return result;
    } catch (error) {
      await statements.over().catch(() => undefined);
      // SQLite has undone it already where the disk is full, and the cause is what failed first.
      await told(() => this.#writer.query('ROLLBACK')).catch(() => undefined);
      throw error;
    }
  }
}

function repositories(manager: EntityManager): Repositories {
  return createRepositories(manager, new SqliteReservationRepository(manager));
}

/** A statement's parameters may be secrets, so what failed is told without them. */
async function told<T>(statement: () => Promise<T>): Promise<T> {
  await takeTurns();
  try {
    return await statement();
  } catch (error) {
    if (!(error instanceof QueryFailedError)) throw error;
    const { code, message } = error.driverError as Error & { code?: string };
    const details = { code };
    if (code === 'SQLITE_READONLY') throw fail('DatabaseReadOnly', `SQLite refuses to write (${message})`, { details });
    if (code === 'SQLITE_BUSY') throw fail('DatabaseBusy', `another process writes to the database for too long (${message})`, { details });
    throw fail('DatabaseStatementFailed', `SQLite: ${code ?? 'no code'}: ${message}`, { details });
  }
}
