import { readFile } from 'node:fs/promises';
import type { World } from '@bosh6/base';
import pg, { type ClientConfig } from 'pg';
import type { PostgresConfig } from '../../core/database-config.js';
import { fail } from '../../errors.js';

const oldest = 150_000;

export interface Timings {
  /** How long a server that is away is waited for once the store was open. */
  patienceMs: number;
  /** How long a writer waits for those of other Directors. */
  lockMs: number;
  /** A server that is silent for this long is given up; its own statement_timeout comes first. */
  silenceMs: number;
}

export const usualTimings: Timings = { patienceMs: 30_000, lockMs: 30_000, silenceMs: 60_000 };

const sessionSettings = {
  // Readers cannot write; a transaction that may says READ WRITE.
  default_transaction_read_only: 'on',
  statement_timeout: '50s',
  idle_in_transaction_session_timeout: '60s',
  // A Director that is gone frees its locks within half a minute.
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
};

export type ClientClass = new (config: ClientConfig) => pg.Client;

/** Whatever `next()` gives is where the next connection goes. */
export class Servers {
  readonly #hosts: PostgresConfig['hosts'];
  #at = 0;

  constructor(hosts: PostgresConfig['hosts']) {
    this.#hosts = hosts;
  }

  get current(): { host: string; port: number } {
    const found = this.#hosts[this.#at % this.#hosts.length];
    if (found === undefined) throw new RangeError('no server');
    return found;
  }

  /** After a failure at `tried`; what others gave up already stays given up. */
  giveUp(tried: { host: string; port: number }): void {
    if (tried === this.current) this.#at += 1;
  }
}

/** A client class for the pool: it picks the server, and a connection that falls silent ends. */
export async function hostsClient(
  config: PostgresConfig,
  servers: Servers,
  world: World,
  { lockMs, silenceMs }: Timings,
): Promise<ClientClass> {
  const ssl = await tlsOptions(config);
  const shared: ClientConfig = {
    database: config.name,
    user: config.user,
    password: () => readPassword(config),
    ssl,
    application_name: 'bosh6-director',
    options: Object.entries({ ...sessionSettings, lock_timeout: `${lockMs}ms` })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: ((oid: number, format?: 'text') => (oid === int8 ? Number : pg.types.getTypeParser(oid, format))) as never },
  };

  return class HostsClient extends pg.Client {
    readonly #server = servers.current;

    constructor() {
      super({ ...shared, ...servers.current });
    }

    override connect(): Promise<pg.Client>;
    override connect(done: (error: Error) => void): void;
    override connect(done?: (error: Error) => void): Promise<pg.Client> | undefined {
      const connected = super.connect().then(() => this.#check());
      connected.catch(() => servers.giveUp(this.#server));
      if (done === undefined) return connected.then(() => this);
      connected.then(
        () => done(undefined as never),
        (error: unknown) => void this.end().then(() => done(error as Error)),
      );
      return undefined;
    }

    override query(...args: unknown[]): never {
      const answer: unknown = Reflect.apply(super.query, this, args);
      if (answer instanceof Promise) {
        const silence = world.after(silenceMs, () => streamOf(this)?.destroy(new Error(`no answer for ${silenceMs / 1000} s`)));
        answer.catch(() => undefined).finally(() => silence.cancel());
      }
      return answer as never;
    }

    async #check(): Promise<void> {
      const { rows } = await super.query(
        "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding, pg_is_in_recovery() AS standby",
      );
      const [{ version, encoding, standby }] = rows as [{ version: number; encoding: string; standby: boolean }];
      const server = `PostgreSQL at ${this.#server.host}`;
      if (version < oldest) {
        throw fail('DatabaseUnsuitable', `${server} is version ${Math.floor(version / 10_000)}; the Director needs 15 or newer`, {
          hint: 'upgrade it, or name another in `database.host`',
        });
      }
      if (encoding !== 'UTF8') {
        throw fail('DatabaseUnsuitable', `the database '${config.name}' is encoded in ${encoding}; the Director needs UTF8`, {
          hint: `createdb --owner=${config.user} --encoding=UTF8 --template=template0 ${config.name}`,
        });
      }
      if (standby) {
        throw fail('DatabaseUnreachable', `${server} is a standby, and cannot be written to`, {
          hint: 'name the primary too in `database.host`; the Director takes the one that can be written to',
        });
      }
    }
  } as ClientClass;
}

/** bigint: ids and milliseconds, all below 2^53. */
const int8 = 20;

function streamOf(client: pg.Client): { destroy(error: Error): void } | undefined {
  return (client as unknown as { connection?: { stream?: { destroy(error: Error): void } } }).connection?.stream;
}

async function readPassword({ passwordFile, user }: PostgresConfig): Promise<string> {
  if (passwordFile === undefined) {
    throw fail('DatabaseLoginRefused', `PostgreSQL asks for a password of '${user}', and none is configured`, {
      hint: 'set `database.passwordFile`, or let pg_hba.conf trust this user (peer, on a Unix socket)',
    });
  }
  return (await readConfigured(passwordFile, 'passwordFile')).replace(/\r?\n$/, '');
}

async function tlsOptions({ tls }: PostgresConfig): Promise<NonNullable<ClientConfig['ssl']>> {
  if (tls === undefined) return false;
  const read = async (key: keyof typeof tls): Promise<string | undefined> => {
    const file = tls[key];
    return file === undefined ? undefined : readConfigured(file, `tls/${key}`);
  };
  const [ca, cert, key] = await Promise.all([read('ca'), read('certificate'), read('privateKey')]);
  return {
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined || key === undefined ? {} : { cert, key }),
  };
}

function readConfigured(file: string, key: string): Promise<string> {
  return readFile(file, 'utf8').catch((cause: unknown) => {
    throw fail('ConfigUnreadable', `'${file}' cannot be read`, { cause, where: { pointer: `/database/${key}` } });
  });
}
