import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { createCa } from '@bosh6/credentials';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NatsServerConfig } from './bus-config.js';
import { startNatsServerBus } from './start-nats-server-bus.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nats-bus-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = async (changes: Partial<NatsServerConfig>) => {
  // nobody listens on the discard port
  const config = { servers: [{ host: '::1', port: 9 }], usersFile: join(folder, 'users.json'), reload: ['true'], ...changes };
  return startNatsServerBus(config, await createCa('bus'), realWorld(), { patienceMs: 50 });
};

it('says which server it cannot use, after writing whom that server is to let in', async () => {
  await expect(start({})).rejects.toMatchObject({ code: 'NatsServerUnreachable', message: expect.stringContaining('nats://[::1]:9') });
  expect(readFileSync(join(folder, 'users.json'), 'utf8')).toContain('CN=default.director.bosh-internal');
});

it.each([[['false']], [['/no/such/program', 'x']]])('says that the server was not told: %j', async (reload) => {
  await expect(start({ reload })).rejects.toMatchObject({
    code: 'NatsServerNotReloaded',
    message: expect.stringContaining(reload[0] ?? ''),
  });
});
