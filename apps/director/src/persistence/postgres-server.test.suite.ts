import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import type { PostgresConfig } from '../core/database-config.js';

export const missing =
  'PostgreSQL is not installed; these tests start servers of their own: apt-get install --no-install-recommends postgresql';

export interface ServerOptions {
  /** Also on TCP, on a free port of 127.0.0.1 and ::1. */
  tcp?: boolean;
  /** PEM files of the server's own; with them TLS is offered, and TCP without it refused. */
  tls?: { certificate: string; privateKey: string };
  /** More settings, as `name=value`. */
  settings?: readonly string[];
}

/** A PostgreSQL server in a temporary directory, as another user when we are root; ends with this process, whatever ends it. */
export class PostgresServer {
  readonly dir: string;
  readonly port: number;
  readonly passwordFile: string;
  readonly #options: ServerOptions;
  #process: ChildProcess | undefined;
  #databases = 0;

  private constructor(dir: string, port: number, options: ServerOptions) {
    this.dir = dir;
    this.port = port;
    this.passwordFile = join(dir, 'password');
    this.#options = options;
  }

  static async start(options: ServerOptions = {}): Promise<PostgresServer> {
    const dir = await mkdtemp(join(tmpdir(), 'bosh6-pg-'));
    const server = new PostgresServer(dir, options.tcp ? await freePort() : 5432, options);
    try {
      await server.#initialise();
      await server.open();
      return server;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** An empty database, and the configuration that opens it over the Unix socket. */
  async database(changes: Partial<PostgresConfig> = {}): Promise<PostgresConfig> {
    this.#databases += 1;
    const name = `bosh6_${this.#databases}`;
    await this.ask('postgres', `CREATE DATABASE ${name}`);
    return { ...this.config(name), ...changes };
  }

  config(name: string): PostgresConfig {
    const hosts = [{ host: this.dir, port: this.port }];
    return { type: 'postgres', hosts, name, user: 'bosh6', passwordFile: this.passwordFile, pool: 5 };
  }

  /** Rows of one statement, asked on a connection of its own. */
  async ask<Row = Record<string, unknown>>(database: string, sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = await this.client(database);
    try {
      return (await client.query(sql, values)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  /** A connection beside the Director's; the caller ends it. */
  async client(database: string): Promise<Client> {
    const client = new Client({ host: this.dir, port: this.port, user: 'bosh6', password, database, ssl: false });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Starts it again after `stop`. Resolves when it answers. */
  async open(): Promise<void> {
    const { tcp, tls, settings = [] } = this.#options;
    const all = [
      `unix_socket_directories=${this.dir}`,
      `port=${this.port}`,
      `listen_addresses=${tcp ? '127.0.0.1,::1' : ''}`,
      'lc_messages=C',
      'fsync=off',
      'max_connections=60',
      ...(tls ? ['ssl=on', `ssl_cert_file=${tls.certificate}`, `ssl_key_file=${tls.privateKey}`] : []),
      ...settings,
    ];
    const [file, args] = asServer(['postgres', '-D', join(this.dir, 'data'), ...all.flatMap((setting) => ['-c', setting])]);
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: this.dir });
    this.#process = child;
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      if (line.includes('ready to accept connections')) break;
    }
    child.stderr.resume();
    if (child.exitCode !== null || !said.at(-1)?.includes('ready')) throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
  }

  /** Ends every connection and the server. */
  async stop(signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.dir, { recursive: true, force: true });
  }

  async #initialise(): Promise<void> {
    await writeFile(this.passwordFile, `${password}\n`);
    await chmod(this.dir, 0o755);
    if (owner !== undefined) await chown(this.dir, owner.uid, owner.gid);
    const data = join(this.dir, 'data');
    const flags = ['--no-sync', '--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--username=bosh6'];
    const [file, args] = asServer(['initdb', '-D', data, ...flags, `--pwfile=${this.passwordFile}`]);
    execFileSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: this.dir });
    if (!this.#options.tls) return;
    const rules = ['local all all scram-sha-256', 'hostssl all all all scram-sha-256'];
    await writeFile(join(data, 'pg_hba.conf'), `${rules.join('\n')}\n`);
  }
}

/** Files that the server reads belong to it. */
export async function giveToServer(path: string): Promise<void> {
  if (owner !== undefined) await chown(path, owner.uid, owner.gid);
  await chmod(path, (await stat(path)).isDirectory() ? 0o755 : 0o600);
}

const password = 'a "secret" of \\ ours';

/** PostgreSQL refuses to run as root. */
const owner = process.getuid?.() === 0 ? serverUser() : undefined;

function serverUser(): { uid: number; gid: number } | undefined {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

function asServer([program = '', ...args]: string[]): [string, string[]] {
  const user = owner === undefined ? [] : [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  return ['setpriv', [...user, '--pdeathsig=INT', join(programs(), program), ...args]];
}

/** Debian keeps the server's programs out of PATH, a directory for each version. */
function programs(): string {
  const root = '/usr/lib/postgresql';
  const debian = existsSync(root)
    ? readdirSync(root)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(root, version, 'bin'))
    : [];
  const found = [...debian, ...(process.env.PATH ?? '').split(':')].find((dir) => existsSync(join(dir, 'initdb')));
  if (found === undefined || (process.getuid?.() === 0 && owner === undefined)) throw new Error(missing);
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
