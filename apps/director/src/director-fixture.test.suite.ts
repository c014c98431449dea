import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkServerIdentity } from 'node:tls';
import type { Cpi } from '@bosh6/cpi-protocol';
import { createCa, generateRsaKeyPair, issue } from '@bosh6/credentials';
import type { Task } from '@bosh6/director-api';
import { parseConfig } from './core/config.js';
import { CpiRegistry } from './cpi/registry.js';
import type { Store } from './persistence/store.js';
import { type Director, startDirector } from './start-director.js';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  bytes: Buffer;
  json: () => unknown;
}

export interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  host?: string;
  /** Breaks the connection. */
  signal?: AbortSignal;
}

/** A Director on a temporary directory, its CPI replaced by one that keeps stemcells in a map; asked over TLS on [::1]. */
export class DirectorFixture {
  /** Gives each Director its `database`; SQLite in its own directory unless said. */
  static database: () => Promise<object> = async () => ({ type: 'sqlite', path: 'state/director.sqlite' });
  readonly dir: string;
  readonly ca: string;
  readonly stemcells = new Map<string, string>();
  /** In place of that one for entries of a CPI config of that name. */
  readonly cpis = new Map<string, Partial<Cpi>>();
  director: Director | undefined;
  #token = '';

  /** Replace keys of the configuration, from the next `open` on. */
  changes: object;

  private constructor(dir: string, ca: string, changes: object) {
    this.dir = dir;
    this.ca = ca;
    this.changes = changes;
  }

  /** `changes` replace keys of the configuration. */
  static async start(changes: object = {}): Promise<DirectorFixture> {
    const dir = await mkdtemp(join(tmpdir(), 'bosh6-director-'));
    const [ca, busCa, token] = await Promise.all([createCa('test CA'), createCa('test bus CA'), generateRsaKeyPair()]);
    const tls = await issue({ ca, commonName: 'director', san: { dns: ['localhost'], ips: ['::1', '127.0.0.1'] }, usage: 'server' });
    const files: Record<string, string> = {
      'ca.pem': ca.certificate,
      'tls.pem': tls.certificate,
      'tls.key': tls.privateKey.reveal(),
      'bus.pem': busCa.certificate,
      'bus.key': busCa.privateKey.reveal(),
      'token.key': token.privateKey.reveal(),
      password: 'let me in\n',
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
    const database = await DirectorFixture.database();
    const fixture = new DirectorFixture(dir, ca.certificate, { database, ...changes });
    try {
      await fixture.open();
    } catch (error) {
      await fixture.close();
      throw error;
    }
    return fixture;
  }

  get config(): ReturnType<typeof parseConfig> {
    const value = {
      name: 'test-director',
      stateDir: 'state',
      port: 0,
      listen: ['::'],
      endpoints: [{ family: 4, address: '10.0.9.151' }],
      names: ['director.example'],
      tls: { certificate: 'tls.pem', privateKey: 'tls.key', ca: 'ca.pem' },
      blobstore: { path: 'state/blobs' },
      bus: { embedded: { port: 0 }, ca: { certificate: 'bus.pem', privateKey: 'bus.key' } },
      users: [
        { name: 'admin', passwordFile: 'password' },
        { name: 'reader', passwordFile: 'password', scopes: ['bosh.read'] },
      ],
      cpi: { type: 'local', properties: {} },
      tokenKey: { privateKey: 'token.key' },
      logFile: 'state/director.log',
      downloadCa: 'ca.pem',
      ...this.changes,
    };
    return parseConfig(JSON.stringify(value), join(this.dir, 'director.json'));
  }

  async open(): Promise<void> {
    const cpi: Partial<Cpi> = {
      info: async () => ({ stemcell_formats: ['test-light'], api_version: 2 }),
      createStemcell: async (imagePath) => {
        const cid = `sc-${this.stemcells.size + 1}`;
        this.stemcells.set(cid, imagePath);
        return cid as never;
      },
      deleteStemcell: async (cid) => void this.stemcells.delete(cid),
    };
    const make = (name: string): Cpi => (this.cpis.get(name) ?? cpi) as Cpi;
    const makeCpis = (store: Store): CpiRegistry => new CpiRegistry({ store, fallback: make(''), make: (entry) => make(entry.name) });
    this.director = await startDirector(this.config, { makeCpis });
  }

  async close(): Promise<void> {
    await this.director?.close();
    await rm(this.dir, { recursive: true, force: true });
  }

  ask(path: string, { method = 'GET', headers = {}, body, host = '::1', signal }: Asked = {}): Promise<Answer> {
    const { port } = this.director ?? { port: 0 };
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asked = request(
        {
          host,
          port,
          path,
          method,
          signal,
          ca: this.ca,
          agent: false,
          checkServerIdentity: (_host, cert) => checkServerIdentity(host, cert),
          headers: { ...length, ...headers },
        },
        async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk as Buffer);
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, bytes, json: () => JSON.parse(text) });
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }

  /** As `admin`. */
  async as(path: string, asked: Asked = {}): Promise<Answer> {
    if (this.#token === '') this.#token = ((await this.logIn()).json() as { access_token: string }).access_token;
    return this.ask(path, { ...asked, headers: { authorization: `bearer ${this.#token}`, ...asked.headers } });
  }

  logIn(
    form: Record<string, string> = { grant_type: 'password', username: 'admin', password: 'let me in' },
    client = 'bosh_cli:',
  ): Promise<Answer> {
    return this.ask('/uaa/oauth/token', {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(client).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: new URLSearchParams(form).toString(),
    });
  }

  /** Follows a redirect to a task until the task has ended. */
  async task(answer: Answer): Promise<Task & { events: Record<string, unknown>[] }> {
    if (answer.status !== 302) throw new TypeError(`no redirect: ${answer.status} ${answer.text}`);
    const path = new URL(answer.headers.location ?? '').pathname;
    for (;;) {
      const task = (await this.as(path)).json() as Task;
      if (['done', 'error', 'cancelled'].includes(task.state)) {
        const { text } = await this.as(`${path}/output?type=event`);
        return {
          ...task,
          events: text
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line) as Record<string, unknown>),
        };
      }
    }
  }
}
