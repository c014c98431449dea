import { CodedError, type World } from '@bosh6/base';
import type { ClientBase } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { PostgresConfig } from '../../core/database-config.js';
import { createRepositories } from '../create-repositories.js';
import { guardManager, Statements } from '../guard-manager.js';
import { PostgresReservationRepository } from '../repositories/postgres-reservation-repository.js';
import type { Repositories, Store } from '../store.js';
import { WriteQueue } from '../write-queue.js';
import type { Announcements } from './announcements.js';
import { connectFailure, driverFailure, lost, statementFailure } from './failures.js';
import { writersLock } from './writers-lock.js';

interface Session {
  readonly runner: QueryRunner;
  readonly client: ClientBase;
}

// READ COMMITTED, so that what comes after the lock sees what the holders before committed.
const beginWrite = `BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; SELECT pg_advisory_xact_lock(${writersLock})`;
const beginSnapshot = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/**
 * Writers run one after the other, over all Directors of the database: in this process by a queue, beyond it by an advisory lock (docs/adr/0011).
 * What has not begun waits for a server that is away; what was under way fails with `DatabaseConnectionLost` and is undone.
 */
export class PostgresStore implements Store {
  readonly shared = true;
  readonly read: Repositories;
  readonly #source: DataSource;
  readonly #config: PostgresConfig;
  readonly #world: World;
  readonly #patienceMs: number;
  readonly #announcements: Announcements;
  readonly #queue = new WriteQueue();
  readonly #closing = new AbortController();

  constructor(source: DataSource, config: PostgresConfig, world: World, patienceMs: number, announcements: Announcements) {
    this.#source = source;
    this.#config = config;
    this.#world = world;
    this.#patienceMs = patienceMs;
    this.#announcements = announcements;
    this.read = repositories(guardManager(source.manager, (statement) => this.#patiently(() => this.#told(statement))));
  }

  write<T>(work: (tx: Repositories) => Promise<T>): Promise<T> {
    return this.#queue.run(() => this.#transaction(beginWrite, work, (session) => this.#commit(session)));
  }

  snapshot<T>(work: (tx: Repositories) => Promise<T>): Promise<T> {
    return this.#queue.beside(() =>
      this.#transaction(beginSnapshot, work, async ({ client }) => {
        await client.query('ROLLBACK');
      }),
    );
  }

  /** Its commits wait for the disk themselves. */
  async durable(): Promise<void> {}

  async version(): Promise<undefined> {}

  announce(): Promise<void> {
    return this.#announcements.tell();
  }

  onAnnounced(hear: () => void): () => Promise<void> {
    return this.#announcements.hear(hear);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#queue.idle();
    await this.#source.destroy();
  }

  async #transaction<T>(begin: string, work: (tx: Repositories) => Promise<T>, end: (session: Session) => Promise<void>): Promise<T> {
    const session = await this.#patiently(() => this.#begin(begin));
    const statements = new Statements(session.runner.manager, (statement) => this.#told(statement));
    try {
      const result = await work(repositories(statements.manager));
      await statements.over();
      await end(session);
      return result;
    } catch (error) {
      await statements.over().catch(() => undefined);
      await session.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await session.runner.release();
    }
  }

  async #begin(begin: string): Promise<Session> {
    const runner = this.#source.createQueryRunner();
    let client: ClientBase;
    try {
      client = (await runner.connect()) as ClientBase;
    } catch (error) {
      await runner.release();
      throw connectFailure(error, this.#config);
    }
    try {
      await client.query(begin);
      return { runner, client };
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      await runner.release();
      throw driverFailure(error, this.#config);
    }
  }

  async #commit({ client }: Session): Promise<void> {
    try {
      await client.query('COMMIT');
    } catch (error) {
      const failure = driverFailure(error, this.#config);
      if (!CodedError.is(failure, 'DatabaseConnectionLost')) throw failure;
      // A number of a transaction may be used again after a crash, so pg_xact_status cannot tell.
      throw lost(this.#config, error, 'when it was told to keep a change; whether it did is not known');
    }
  }

  async #told<T>(statement: () => Promise<T>): Promise<T> {
    try {
      return await statement();
    } catch (error) {
      throw statementFailure(error, this.#config);
    }
  }

  /** Again while the server is away, for as long as patience lasts. */
  async #patiently<T>(attempt: () => Promise<T>): Promise<T> {
    const end = this.#world.monotonic() + this.#patienceMs;
    for (let pause = 50; ; pause = Math.min(2 * pause, 1000)) {
      try {
        return await attempt();
      } catch (error) {
        const away = CodedError.is(error, 'DatabaseUnreachable') || CodedError.is(error, 'DatabaseConnectionLost');
        if (!away || this.#closing.signal.aborted || this.#world.monotonic() >= end) throw error;
        await this.#world.sleep(pause, this.#closing.signal).catch(() => undefined);
      }
    }
  }
}

function repositories(manager: QueryRunner['manager']): Repositories {
  return createRepositories(manager, new PostgresReservationRepository(manager));
}
