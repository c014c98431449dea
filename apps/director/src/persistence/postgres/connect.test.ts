import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError, realWorld } from '@bosh6/base';
import { createCa, issue } from '@bosh6/credentials';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostgresConfig } from '../../core/database-config.js';
import * as entities from '../entities/index.js';
import { giveToServer, PostgresServer } from '../postgres-server.test.suite.js';
import { openPostgresStore } from './open-postgres-store.js';

let dir: string;
let server: PostgresServer;
let plain: PostgresServer;
let tcp: PostgresConfig;
const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(dir, name), text);
  return join(dir, name);
};
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bosh6-pg-tls-'));
  await mkdir(join(dir, 'server'));
  const [ca, other] = await Promise.all([createCa('database CA'), createCa('other CA')]);
  await file('ca.pem', ca.certificate);
  await file('other.pem', other.certificate);
  const { certificate, privateKey } = await issue({ ca, commonName: 'postgres', san: { ips: ['::1'] }, usage: 'server' });
  const pair = { certificate: await file('server/tls.pem', certificate), privateKey: await file('server/tls.key', privateKey.reveal()) };
  for (const path of [dir, join(dir, 'server'), pair.certificate, pair.privateKey]) await giveToServer(path);
  [server, plain] = await Promise.all([PostgresServer.start({ tcp: true, tls: pair }), PostgresServer.start({ tcp: true })]);
  tcp = await server.database({ hosts: [{ host: '::1', port: server.port }], tls: { ca: join(dir, 'ca.pem') } });
});
afterAll(async () => {
  await server?.close();
  await plain?.close();
  await rm(dir, { recursive: true });
});

async function refusal(config: PostgresConfig): Promise<CodedError> {
  const error: unknown = await openPostgresStore(config, realWorld()).then(
    (store) => store.close(),
    (e: unknown) => e,
  );
  if (!CodedError.is(error)) throw new TypeError(`no coded error: ${String(error)}`, { cause: error });
  expect(error.hint).toMatch(/./);
  return error;
}

describe('a connection to PostgreSQL', () => {
  it.each(['::1', '127.0.0.1', 'localhost'])('over TCP to %s', async (host) => {
    const store = await openPostgresStore(await plain.database({ hosts: [{ host, port: plain.port }] }), realWorld());
    expect(await store.read.configs.count()).toBe(0);
    await store.close();
  });

  it('over TLS to an IPv6 address, which the certificate must name', async () => {
    const store = await openPostgresStore(tcp, realWorld());
    expect(await store.read.configs.count()).toBe(0);
    const [{ encrypted }] = (await server.ask(
      tcp.name,
      "SELECT bool_and(ssl) AS encrypted FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'bosh6-director'",
    )) as [{ encrypted: boolean }];
    expect(encrypted).toBe(true);
    await store.close();
    const wrongName = { ...tcp, hosts: [{ host: '127.0.0.1', port: server.port }] };
    expect(await refusal(wrongName)).toMatchObject({ code: 'DatabaseTlsRefused', message: expect.stringContaining('127.0.0.1') });
    expect(await refusal({ ...tcp, tls: { ca: join(dir, 'other.pem') } })).toMatchObject({ code: 'DatabaseTlsRefused' });
    expect(await refusal({ ...tcp, tls: { ca: join(dir, 'missing.pem') } }).catch((e: unknown) => e)).toMatchObject({
      code: 'ConfigUnreadable',
    });
  });

  it('that the server wants or has not encrypted says which of the two', async () => {
    const { tls: _, ...withoutTls } = tcp;
    expect(await refusal(withoutTls)).toMatchObject({ code: 'DatabaseLoginRefused', hint: expect.stringContaining('`database.tls`') });
    const config = await plain.database({ hosts: [{ host: '::1', port: plain.port }], tls: {} });
    expect(await refusal(config)).toMatchObject({ code: 'DatabaseUnreachable', hint: expect.stringContaining('ssl = on') });
  });

  it('takes the first server of several that can be had', async () => {
    const config = await plain.database();
    const [socket] = config.hosts as [{ host: string; port: number }];
    const store = await openPostgresStore({ ...config, hosts: [{ host: '::1', port: 1 }, socket] }, realWorld());
    expect(await store.read.configs.count()).toBe(0);
    await store.close();
  });

  it('that cannot be had says why, and what to do', async () => {
    const config = await plain.database();
    const hosts = (host: string, port = plain.port) => ({ ...config, hosts: [{ host, port }] });
    expect(await refusal(hosts('::1', 1))).toMatchObject({
      code: 'DatabaseUnreachable',
      message: expect.stringContaining('at [::1]:1 '),
      retryable: true,
    });
    expect(await refusal(hosts(join(dir, 'nowhere')))).toMatchObject({
      code: 'DatabaseUnreachable',
      hint: expect.stringContaining('unix_socket'),
    });
    expect(await refusal(hosts('no-such-host.invalid'))).toMatchObject({ code: 'DatabaseUnreachable' });
    expect(await refusal({ ...config, name: 'nowhere' })).toMatchObject({
      code: 'DatabaseMissing',
      hint: expect.stringContaining('createdb --owner=bosh6'),
    });
    const wrong = await refusal({ ...config, passwordFile: await file('wrong', 'not it\n') });
    expect(wrong).toMatchObject({ code: 'DatabaseLoginRefused', hint: expect.stringContaining(join(dir, 'wrong')) });
    expect(JSON.stringify(wrong)).not.toContain('not it');
    const { passwordFile: _, ...silent } = config;
    expect(await refusal(silent)).toMatchObject({ code: 'DatabaseLoginRefused', hint: expect.stringContaining('passwordFile') });
  });

  it('to a database that does not suit', async () => {
    await plain.ask('postgres', "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
    expect(await refusal(plain.config('latin'))).toMatchObject({ code: 'DatabaseUnsuitable', message: expect.stringContaining('LATIN1') });
    await plain.ask('postgres', "CREATE ROLE guest LOGIN PASSWORD 'guest'");
    const guest = { ...(await plain.database()), user: 'guest', passwordFile: await file('guest', 'guest') };
    expect(await refusal(guest)).toMatchObject({ code: 'DatabasePrivilegeMissing', hint: expect.stringContaining('OWNER TO guest') });
  });

  it('reads the password again for each connection', async () => {
    await plain.ask('postgres', "CREATE ROLE turner LOGIN PASSWORD 'one'");
    await plain.ask('postgres', 'CREATE DATABASE turning OWNER turner');
    const store = await openPostgresStore(
      { ...plain.config('turning'), user: 'turner', passwordFile: await file('turner', 'one\n') },
      realWorld(),
    );
    await file('turner', 'two\n');
    await plain.ask('postgres', "ALTER ROLE turner PASSWORD 'two'");
    await plain.ask('postgres', "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'turner'");
    expect(await store.read.configs.count()).toBe(0);
    await store.close();
  });

  it('by Directors that start together makes the tables once', async () => {
    const config = await plain.database();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore(config, realWorld())));
    expect(await plain.ask(config.name, 'SELECT name FROM migrations ORDER BY id')).toEqual([
      { name: 'InitialPostgres1764000000000' },
      { name: 'LocalDns1764000000002' },
      { name: 'OrphanedVms1764000000003' },
      { name: 'TaskRequests1764000000004' },
      { name: 'ExportedReleases1764000000005' },
      { name: 'Teams1764000000006' },
      { name: 'Snapshots1764000000007' },
      { name: 'Problems1764000000008' },
      { name: 'Links1764000000009' },
      { name: 'VariableDefinitions1764000000010' },
      { name: 'DnsAliases1764000000011' },
      { name: 'DynamicDisks1764000000012' },
      { name: 'LinkContents1764000000013' },
      { name: 'FormerVariables1764000000014' },
      { name: 'TrustedCerts1764000000015' },
      { name: 'DnsLinks1764000000016' },
      { name: 'PassingBlobs1764000000017' },
      { name: 'AskedNetworks1764000000018' },
    ]);
    for (const entity of Object.values(entities)) {
      const table = entity.options.tableName ?? '';
      const rows = await plain.ask<{ name: string }>(
        config.name,
        'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1',
        [table],
      );
      const declared = Object.entries(entity.options.columns).map(([key, column]) => column?.name ?? key);
      expect({ table, columns: declared.sort() }).toEqual({ table, columns: rows.map(({ name }) => name).sort() });
    }
    for (const store of stores) await store.close();
  });
});
