import { realWorld } from '@bosh6/base';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresConfig } from '../../core/database-config.js';
import { PostgresServer } from '../postgres-server.test.suite.js';
import type { Store } from '../store.js';
import { openPostgresStore } from './open-postgres-store.js';

let server: PostgresServer;
let config: PostgresConfig;
let one: Store;
let two: Store;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.close());
beforeEach(async () => {
  config = await server.database();
  one = await openPostgresStore(config, realWorld());
  two = await openPostgresStore(config, realWorld());
});
afterEach(async () => {
  await one.close();
  await two.close();
});

/** Hears, and lets the next one be waited for. */
function listen(store: Store): { heard: () => number; next: () => Promise<void>; end: () => Promise<void> } {
  let heard = 0;
  let wake: () => void = () => undefined;
  const end = store.onAnnounced(() => {
    heard += 1;
    wake();
  });
  return { heard: () => heard, next: () => new Promise((resolve) => (wake = resolve)), end };
}

describe('announcements', () => {
  it('are heard by others on the same database, not by oneself, until listening ends', async () => {
    const [mine, others] = [listen(one), listen(two)];
    await Promise.all([mine.next(), others.next()]);
    const next = others.next();
    await one.announce();
    await next;
    expect(mine.heard()).toBe(1);
    await others.end();
    await one.announce();
    const back = mine.next();
    await two.announce();
    await back;
    expect([mine.heard(), others.heard()]).toEqual([2, 2]);
    await mine.end();
  });

  it('are taken for missed while the connection was lost', async () => {
    const { next, end } = listen(two);
    await next();
    const again = next();
    await server.ask('postgres', "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'LISTEN%'", [
      config.name,
    ]);
    await again;
    await end();
  });

  it('that nobody can be told fail nothing', async () => {
    await server.stop();
    await one.announce();
    await server.open();
  });
});
