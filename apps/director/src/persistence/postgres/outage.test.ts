import { CodedError, realWorld } from '@bosh6/base';
import type { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PostgresConfig } from '../../core/database-config.js';
import { PostgresServer } from '../postgres-server.test.suite.js';
import type { Store } from '../store.js';
import { openPostgresStore } from './open-postgres-store.js';
import { Wire } from './wire.test.suite.js';
import { writersLock } from './writers-lock.js';

const row = (name: string) => ({ type: 'cloud', name, content: '{}', deleted: false, createdAt: 1 });
const codeOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => value,
    (error: unknown) => (CodedError.is(error) ? error.code : error),
  );

let server: PostgresServer;
let config: PostgresConfig;
let store: Store;
let beside: Client;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server.close());
beforeEach(async () => {
  config = await server.database();
  store = await openPostgresStore(config, realWorld());
  beside = await server.client(config.name);
});
afterEach(async () => {
  await store.close();
  await beside.end().catch(() => undefined);
});

const names = async (): Promise<string[]> => (await store.read.configs.all()).map(({ name }) => name);
/** Ends the sessions of the store as an administrator does. */
const cut = (which = '') =>
  server.ask(
    'postgres',
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name = 'bosh6-director' ${which}`,
    [config.name],
  );
/** Resolves when a session of the store waits for a lock. */
async function waiting(): Promise<void> {
  const sql = "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND application_name = 'bosh6-director' AND wait_event_type = 'Lock'";
  while ((await server.ask('postgres', sql, [config.name])).length === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('a server that goes away', () => {
  it('is waited for by what has not begun', async () => {
    await store.write((tx) => tx.configs.insert(row('before')));
    await server.stop();
    const asked = [
      store.write((tx) => tx.configs.insert(row('after'))),
      store.read.configs.count(),
      store.snapshot((tx) => tx.configs.count()),
    ];
    await server.open();
    await Promise.all(asked);
    expect(await names()).toEqual(['before', 'after']);
  });

  it('fails with a code what was under way, and undoes it', async () => {
    const work = store.write(async (tx) => {
      await tx.configs.insert(row('half'));
      await server.stop();
      await server.open();
      await tx.configs.insert(row('done'));
    });
    expect(await codeOf(work)).toBe('DatabaseConnectionLost');
    expect(await names()).toEqual([]);
    await store.write((tx) => tx.configs.insert(row('next')));
    expect(await names()).toEqual(['next']);
  });

  it('fails a snapshot that was under way', async () => {
    const work = store.snapshot(async (tx) => {
      await tx.configs.count();
      await cut();
      return tx.configs.count();
    });
    expect(await codeOf(work)).toBe('DatabaseConnectionLost');
  });

  it('costs readers nothing when their idle connections end', async () => {
    expect(await Promise.all(Array.from({ length: 5 }, () => store.read.configs.count()))).toEqual([0, 0, 0, 0, 0]);
    await cut();
    expect(await Promise.all(Array.from({ length: 5 }, () => store.read.configs.count()))).toEqual([0, 0, 0, 0, 0]);
  });

  it('is not waited for for ever', async () => {
    const impatient = await openPostgresStore(config, realWorld(), { patienceMs: 1 });
    await server.stop();
    try {
      expect(await codeOf(impatient.write((tx) => tx.configs.count()))).toBe('DatabaseUnreachable');
      expect(await codeOf(impatient.read.configs.count())).toMatch(/^Database(Unreachable|ConnectionLost)$/);
    } finally {
      await server.open();
      await impatient.close();
    }
  });

  it('does not keep a store from closing', async () => {
    await server.stop();
    const write = codeOf(store.write((tx) => tx.configs.count()));
    await store.close();
    expect(await write).toBe('DatabaseUnreachable');
    await server.open();
    store = await openPostgresStore(config, realWorld());
  });

  it('that crashes forgets what was not committed', async () => {
    const work = store.write(async (tx) => {
      await tx.configs.insert(row('half'));
      await server.stop('SIGQUIT');
      await server.open();
    });
    expect(await codeOf(work)).toBe('DatabaseConnectionLost');
    expect(await names()).toEqual([]);
  });
});

describe('a server that falls silent', () => {
  it('is given up, in and outside of transactions', async () => {
    const wire = await Wire.start(config);
    const far = await openPostgresStore(wire.through(config), realWorld(), { silenceMs: 100 });
    try {
      const work = far.write(async (tx) => {
        await tx.configs.insert(row('half'));
        wire.silence();
        await tx.configs.insert(row('done'));
      });
      expect(await codeOf(work)).toBe('DatabaseConnectionLost');
      expect(await far.read.configs.count()).toBe(0);
      wire.silence();
      expect(await far.read.configs.count()).toBe(0);
    } finally {
      await far.close();
      await wire.close();
    }
  });
});

describe('a COMMIT that is not answered', () => {
  // A deferred trigger runs inside COMMIT, and waits for a lock that this test holds.
  beforeEach(async () => {
    await beside.query(
      `CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock(7); RETURN NULL; END $$`,
    );
    await beside.query(
      'CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON configs DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold()',
    );
    await beside.query('SELECT pg_advisory_lock(7)');
  });

  it('fails, for nobody knows whether it happened', async () => {
    const work = store.write((tx) => tx.configs.insert(row('x')));
    await waiting();
    await cut("AND wait_event_type = 'Lock'");
    const error: unknown = await work.catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'DatabaseConnectionLost', message: expect.stringContaining('not known') });
    await beside.query('SELECT pg_advisory_unlock(7)');
    expect(await names()).toEqual([]);
  });
});

describe('somebody else who writes', () => {
  const address = Buffer.from('20010db8000000000000000000000001', 'hex');
  const owner = { instanceId: 1, vmId: null, taskId: null, owner: 'ours', kind: 'dynamic', nicGroup: null } as const;
  const reservation = { family: 6, first: address, last: address, prefix: 128, network: 'default', ...owner } as const;
  const theirs = `INSERT INTO ip_reservations (family, first_address, last_address, prefix, network, owner, kind)
    VALUES (6, '\\x20010db8000000000000000000000000', '\\x20010db80000000000000000ffffffff', 96, 'default', 'theirs', 'static')`;

  it('and commits meanwhile is the one in the way', async () => {
    await beside.query('BEGIN');
    await beside.query(theirs);
    const work = store.write(async (tx) => {
      await tx.configs.insert(row('same transaction'));
      return tx.reservations.insertUnlessOverlap(reservation);
    });
    await waiting();
    await beside.query('COMMIT');
    expect(await work).toMatchObject({ inserted: false, taken: { owner: 'theirs', prefix: 96 } });
    expect(await names()).toEqual(['same transaction']);
  });

  it('and gives up meanwhile is not', async () => {
    await beside.query('BEGIN');
    await beside.query(theirs);
    const work = store.write((tx) => tx.reservations.insertUnlessOverlap(reservation));
    await waiting();
    await beside.query('ROLLBACK');
    expect(await work).toMatchObject({ inserted: true, row: { owner: 'ours' } });
  });

  it('cannot store what overlaps, nor bytes that are no address', async () => {
    await store.write((tx) => tx.reservations.insertUnlessOverlap(reservation));
    await expect(beside.query(theirs)).rejects.toMatchObject({ code: '23P01', constraint: 'ip_reservations_apart' });
    await expect(beside.query(theirs.replaceAll('20010db8', ''))).rejects.toMatchObject({ code: '23514' });
  });

  it('for too long is told of, and stops nothing for good', async () => {
    await beside.query('BEGIN');
    await beside.query(`SELECT pg_advisory_xact_lock(${writersLock})`);
    const short = await openPostgresStore(config, realWorld(), { lockMs: 1 });
    try {
      expect(await codeOf(short.write((tx) => tx.configs.count()))).toBe('DatabaseBusy');
      await beside.query('COMMIT');
      expect(await codeOf(short.write((tx) => tx.configs.count()))).toBe(0);
    } finally {
      await short.close();
    }
  });
});
