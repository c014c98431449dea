import type { World } from '@bosh6/base';
import type { DatabaseConfig } from '../core/database-config.js';
import type { Store } from './store.js';

/** Opens the database that the configuration names and brings it up to date. Only that one's driver is loaded. */
export async function openStore(config: DatabaseConfig, world: World): Promise<Store> {
  if (config.type === 'sqlite') return (await import('./sqlite-store.js')).openSqliteStore(config.path);
  return (await import('./postgres/open-postgres-store.js')).openPostgresStore(config, world);
}
