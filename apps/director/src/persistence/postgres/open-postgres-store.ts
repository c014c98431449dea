import type { World } from '@bosh6/base';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresConfig } from '../../core/database-config.js';
import { InitialPostgres1764000000000 } from '../migrations/1-initial-postgres.js';
import { laterMigrations } from '../migrations/later.js';
import type { Store } from '../store.js';
import { Announcements } from './announcements.js';
import { postgresEntities } from './entities.js';
import { connectFailure, statementFailure } from './failures.js';
import { hostsClient, Servers, type Timings, usualTimings } from './hosts-client.js';
import { migrate } from './migrate.js';
import { PostgresStore } from './postgres-store.js';

/**
 * Opens the PostgreSQL database and brings it up to date. Throws `DatabaseUnreachable`, `DatabaseLoginRefused`, `DatabaseTlsRefused`,
 * `DatabaseMissing`, `DatabaseUnsuitable` (too old, or not UTF8), `DatabasePrivilegeMissing`, `ConfigUnreadable`.
 */
export async function openPostgresStore(config: PostgresConfig, world: World, changes: Partial<Timings> = {}): Promise<Store> {
  const timings = { ...usualTimings, ...changes };
  const servers = new Servers(config.hosts);
  const Client = await hostsClient(config, servers, world, timings);
  const source = new DataSource({
    type: 'postgres',
    driver: pg,
    entities: postgresEntities,
    migrations: [InitialPostgres1764000000000, ...laterMigrations],
    installExtensions: false,
    logging: false,
    // An idle connection that ends is replaced when one is needed; that is when there is something to tell.
    poolErrorHandler: () => undefined,
    poolSize: config.pool,
    extra: { Client, idleTimeoutMillis: 300_000 },
  });
  await initialize(source, config);
  try {
    await migrate(source);
  } catch (error) {
    await source.destroy();
    throw statementFailure(error, config);
  }
  return new PostgresStore(source, config, world, timings.patienceMs, new Announcements(source, Client, world));
}

/** Tries each server once. */
async function initialize(source: DataSource, config: PostgresConfig): Promise<void> {
  for (let left = config.hosts.length; ; left -= 1) {
    try {
      await source.initialize();
      return;
    } catch (error) {
      if (left <= 1) throw connectFailure(error, config);
    }
  }
}
