import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { startHttpProxy, startSocksProxy, stubSsh } from '../testing/proxies.js';
import { type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

let stub: StubDirector;
let ca: string;
let closed: number;
beforeAll(async () => {
  stub = await startStubDirector(() => undefined, ['director.example']);
  ca = join(temporaryDirectory(), 'ca.pem');
  writeFileSync(ca, stub.ca);
  // Where nobody listens.
  const nobody = await startHttpProxy(1);
  closed = nobody.port;
  nobody.close();
});
afterAll(() => stub.close());
afterEach(() => vi.unstubAllEnvs());

async function environment(env: Record<string, string>): Promise<{ code: number; io: ReturnType<typeof capturedIo> }> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const io = capturedIo('');
  const config = join(temporaryDirectory(), 'config');
  const code = await run(['-e', 'director.example', '--ca-cert', ca, '--config', config, 'environment'], io);
  return { code, io };
}

it('HTTPS_PROXY leads to the Director', async () => {
  const proxy = await startHttpProxy(stub.port);
  const { code, io } = await environment({ HTTPS_PROXY: `http://[::1]:${proxy.port}` });
  expect({ code, err: io.err(), asked: new Set(proxy.asked) }).toEqual({ code: 0, err: '', asked: new Set(['director.example:25555']) });
  proxy.close();
});

it('BOSH_ALL_PROXY leads to it by SOCKS, and the name is looked up there', async () => {
  const proxy = await startSocksProxy(stub.port);
  const { code, io } = await environment({ BOSH_ALL_PROXY: `socks5://[::1]:${proxy.port}`, HTTPS_PROXY: `http://[::1]:${closed}` });
  expect({ code, err: io.err(), asked: new Set(proxy.asked) }).toEqual({ code: 0, err: '', asked: new Set(['director.example:25555']) });
  proxy.close();
});

it('BOSH_ALL_PROXY leads to it by ssh', async () => {
  const { directory, argv } = stubSsh(stub.port);
  const { code, io } = await environment({
    PATH: `${directory}:${process.env.PATH}`,
    BOSH_ALL_PROXY: 'ssh+socks5://jumpbox@[2001:db8::1]:2222?private-key=/keys/jumpbox',
  });
  expect({ code, err: io.err() }).toEqual({ code: 0, err: '' });
  const seen = readFileSync(argv, 'utf8').split('\n');
  expect(seen.slice(0, 8)).toEqual(['-W', 'director.example:25555', '-p', '2222', '-i', '/keys/jumpbox', '-l', 'jumpbox']);
  expect(seen.slice(-3)).toEqual(['--', '2001:db8::1', '']);
});

it('a proxy that does not work is named, with what it said', async () => {
  const { directory } = stubSsh(stub.port, 'jumpbox: Permission denied (publickey)');
  const path = `${directory}:${process.env.PATH}`;
  const ssh = await environment({ PATH: path, BOSH_ALL_PROXY: 'ssh+socks5://jump?private-key=/k' });
  expect(ssh.code).toBe(4);
  expect(ssh.io.err()).toContain('ssh to jump port 22 opens no connection: jumpbox: Permission denied (publickey)');
  const socks = await environment({ BOSH_ALL_PROXY: `socks5://[::1]:${closed}` });
  expect(socks.code).toBe(4);
  expect(socks.io.err()).toContain(`the SOCKS5 proxy ::1 port ${closed} opens no connection`);
  expect((await environment({ BOSH_ALL_PROXY: 'jump' })).code).toBe(2);
  vi.unstubAllEnvs();
  const http = await environment({ HTTPS_PROXY: `http://me:secret@[::1]:${closed}` });
  expect(http.code).toBe(4);
  expect(http.io.err()).toContain(`the proxy [::1]:${closed} does not answer (ECONNREFUSED)`);
  const refuses = await startHttpProxy(stub.port, 407);
  const refused = await environment({ HTTPS_PROXY: `http://[::1]:${refuses.port}` });
  expect(refused.code).toBe(4);
  expect(refused.io.err()).toContain('opens no connection: 407 Proxy Authentication Required');
  expect(refuses.asked).toHaveLength(1);
  refuses.close();
});
