import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

afterEach(() => vi.unstubAllEnvs());

it('a level that is none is refused before anything else', async () => {
  vi.stubEnv('BOSH_LOG_LEVEL', 'loud');
  const io = capturedIo('');
  expect(await run(['interpolate', '/none'], io)).toBe(2);
  expect(io.err()).toContain("BOSH_LOG_LEVEL is 'loud'");
});

it('debug writes each request and its status to BOSH_LOG_PATH', async () => {
  const stub = await startStubDirector(() => undefined);
  const path = join(temporaryDirectory(), 'log');
  vi.stubEnv('BOSH_LOG_LEVEL', 'DEBUG');
  vi.stubEnv('BOSH_LOG_PATH', path);
  vi.stubEnv('BOSH_CA_CERT', stub.ca);
  const origin = `https://[::1]:${stub.port}`;
  await run(['-e', origin, '--config', join(temporaryDirectory(), 'config'), 'tasks'], capturedIo(''));
  await stub.close();
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^\[director\] \S+Z DEBUG - GET https:\/\/\[::1\]:\d+\/info: 200$/));
  expect(lines).toHaveLength(stub.exchanges.length);
});
