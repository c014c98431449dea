import type { World } from '@bosh6/base';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresConfig } from '../../core/database-config.js';
import { InitialPostgres1764000000000 } from '../migrations/1-initial-postgres.js';
import { LocalDns1764000000002 } from '../migrations/2-local-dns.js';
import { OrphanedVms1764000000003 } from '../migrations/3-orphaned-vms.js';
import { TaskRequests1764000000004 } from '../migrations/4-task-requests.js';
import { ExportedReleases1764000000005 } from '../migrations/5-exported-releases.js';
import { Teams1764000000006 } from '../migrations/6-teams.js';
import { Snapshots1764000000007 } from '../migrations/7-snapshots.js';
import { Problems1764000000008 } from '../migrations/8-problems.js';
import { Links1764000000009 } from '../migrations/9-links.js';
import { VariableDefinitions1764000000010 } from '../migrations/10-variable-definitions.js';
import { DnsAliases1764000000011 } from '../migrations/11-dns-aliases.js';
import { DynamicDisks1764000000012 } from '../migrations/12-dynamic-disks.js';
import { LinkContents1764000000013 } from '../migrations/13-link-contents.js';
import { FormerVariables1764000000014 } from '../migrations/14-former-variables.js';
import { TrustedCerts1764000000015 } from '../migrations/15-trusted-certs.js';
import { DnsLinks1764000000016 } from '../migrations/16-dns-links.js';
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
    migrations: [
      InitialPostgres1764000000000,
      LocalDns1764000000002,
      OrphanedVms1764000000003,
      TaskRequests1764000000004,
      ExportedReleases1764000000005,
      Teams1764000000006,
      Snapshots1764000000007,
      Problems1764000000008,
      Links1764000000009,
      VariableDefinitions1764000000010,
      DnsAliases1764000000011,
      DynamicDisks1764000000012,
      LinkContents1764000000013,
      FormerVariables1764000000014,
      TrustedCerts1764000000015,
      DnsLinks1764000000016,
    ],
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
