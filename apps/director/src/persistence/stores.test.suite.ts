import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { afterAll } from 'vitest';
import type { DatabaseConfig } from '../core/database-config.js';
import { openStore } from './open-store.js';
import { PostgresServer } from './postgres-server.test.suite.js';
import type { Store } from './store.js';

export interface OpenedStore {
  readonly store: Store;
  readonly config: DatabaseConfig;
  /** A second writer: another Director where the database can have two. */
  other(): Promise<Store>;
  /** Closes the store, and removes its database where that is a file. */
  close(): Promise<void>;
}

export interface StoreKind {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** An empty database of its own. */
  open(): Promise<OpenedStore>;
}

let server: Promise<PostgresServer> | undefined;

/** Every database that a Director may have. PostgreSQL is one server for each test file that asks for it, and ends with the file. */
export const storeKinds: readonly StoreKind[] = [
  {
    name: 'SQLite',
    async open() {
      const dir = await mkdtemp(join(tmpdir(), 'bosh6-store-'));
      return opened({ type: 'sqlite', path: join(dir, 'director.sqlite') }, () => rm(dir, { recursive: true }));
    },
  },
  {
    name: 'PostgreSQL',
    async open() {
      return opened(await (await postgresServer()).database());
    },
  },
];

/** The file's own server. */
export function postgresServer(): Promise<PostgresServer> {
  server ??= PostgresServer.start();
  return server;
}

afterAll(async () => {
  await (await server?.catch(() => undefined))?.close();
});

async function opened(config: DatabaseConfig, remove?: () => Promise<void>): Promise<OpenedStore> {
  const store = await openStore(config, realWorld());
  let other: Promise<Store> | undefined;
  return {
    store,
    config,
    other: () => {
      // SQLite in the same thread cannot wait for itself.
      other ??= config.type === 'sqlite' ? Promise.resolve(store) : openStore(config, realWorld());
      return other;
    },
    close: async () => {
      await store.close();
      if (config.type !== 'sqlite') await (await other)?.close();
      await remove?.();
    },
  };
}
