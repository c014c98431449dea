import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createCa, generateRsaKeyPair, issue } from '@bosh6/credentials';
import { root } from '../../stack/paths.js';

export const password = 'let me in';

/** What Directors on this machine share: a CA that their clients trust, keys, users, a client. */
export interface Site {
  readonly folder: string;
  readonly ca: string;
  readonly tokenKey: string;
}

export async function makeSite(folder: string): Promise<Site> {
  const [ca, busCa, token] = await Promise.all([createCa('log-in CA'), createCa('log-in bus CA'), generateRsaKeyPair()]);
  const tls = await issue({ ca, commonName: 'director', san: { dns: ['localhost'], ips: ['::1', '127.0.0.1'] }, usage: 'server' });
  const files = {
    'ca.pem': ca.certificate,
    'tls.pem': tls.certificate,
    'tls.key': tls.privateKey.reveal(),
    'bus.pem': busCa.certificate,
    'bus.key': busCa.privateKey.reveal(),
    'token.key': token.privateKey.reveal(),
    'token.pem': token.publicKey,
    password: `${password}\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, ca: join(folder, 'ca.pem'), tokenKey: files['token.key'] };
}

export interface DirectorProcess {
  readonly url: string;
  readonly pid: number;
  /** Its own directory, with `director.sqlite`. */
  readonly state: string;
  stop(): Promise<void>;
}

/** Starts a Director of the site, with these keys of its configuration as well, and with `nodeArguments` for Node. Its CPI is asked for nothing. */
export async function startDirector(
  { folder }: Site,
  name: string,
  more: object,
  { nodeArguments = [], env = {} }: { nodeArguments?: readonly string[]; env?: NodeJS.ProcessEnv } = {},
): Promise<DirectorProcess> {
  const state = join(folder, name);
  mkdirSync(state);
  const at = (file: string): string => join(folder, file);
  const config = {
    name,
    stateDir: state,
    port: 0,
    listen: ['::1'],
    endpoints: [{ family: 6, address: '::1' }],
    tls: { certificate: at('tls.pem'), privateKey: at('tls.key'), ca: at('ca.pem') },
    database: { type: 'sqlite', path: join(state, 'director.sqlite') },
    blobstore: { path: join(state, 'blobs') },
    bus: { embedded: { port: 0 }, ca: { certificate: at('bus.pem'), privateKey: at('bus.key') } },
    cpi: { type: 'local', properties: { socket: join(state, 'lab.sock') } },
    tokenKey: { privateKey: at('token.key') },
    logFile: join(state, 'director.log'),
    users: [
      { name: 'admin', passwordFile: at('password') },
      { name: 'dev', passwordFile: at('password'), scopes: ['bosh.teams.dev.admin'] },
    ],
    clients: [{ name: 'ci', secretFile: at('password') }],
    ...more,
  };
  writeFileSync(join(state, 'director.json'), JSON.stringify(config));
  const argv = [...nodeArguments, join(root, 'apps/director/dist/main.js'), join(state, 'director.json')];
  const child: ChildProcess = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const { value = '{}' } = await lines[Symbol.asyncIterator]().next();
  const { port } = JSON.parse(value) as { port?: number };
  if (port === undefined) throw new Error(`the Director ${name} did not start`);
  return {
    url: `https://[::1]:${port}`,
    pid: child.pid ?? 0,
    state,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
