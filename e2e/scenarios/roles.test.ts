import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { freshStack, prepare } from '../stack/home.js';
import { hasNatsServer, useNatsServer } from '../stack/nats-server.js';
import { root } from '../stack/paths.js';
import { dumpPostgres, hasPostgres, startPostgres } from '../stack/postgres.js';
import type { Stack } from '../stack/stack.js';
import { deployment } from './deployment.js';
import { deployTiny } from './tiny.js';

const roles = ['worker', 'api', 'health-monitor'] as const;
// a silent agent is missed sooner than usual, for tests' sake
const healthMonitor = { graceSeconds: 5, pollSeconds: 2, agentTimeoutSeconds: 10 };

describe.skipIf(!hasPostgres || !hasNatsServer)('a Director in three processes, on PostgreSQL and a nats-server', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  const start = (role: string): Promise<unknown> => {
    const argv = [process.execPath, join(root, 'apps/director/dist/main.js'), join(stack.home, `${role}.json`)];
    return stack.lab.startService({
      name: role,
      where: 'director',
      argv,
      cwd: join(stack.home, 'director'),
      logFile: join(stack.home, `${role}.log`),
    });
  };
  const vm = async (): Promise<{ cid: string; pid: number }> => {
    const [only] = (await stack.lab.status()).vms;
    return { cid: only?.cid ?? '', pid: only?.pid ?? Number.NaN };
  };
  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    const database = await startPostgres(stack);
    await useNatsServer(stack);
    await stack.lab.stopService('director');
    const config = JSON.parse(readFileSync(join(stack.home, 'director.json'), 'utf8')) as object;
    for (const role of roles) {
      writeFileSync(join(stack.home, `${role}.json`), JSON.stringify({ ...config, database, healthMonitor, roles: [role] }), {
        mode: 0o600,
      });
      await start(role);
    }
    await prepare(stack, fresh.fixtures);
  });
  afterAll(() => remove?.());

  it('what the one is asked the other does', async () => {
    expectDone(await deployTiny(stack));
    expect(await deployment(stack, 'tiny').instances()).toMatchObject([{ process_state: 'running' }]);
    const before = dumpPostgres(stack);
    expect(before).toContain('INSERT INTO');
    const plan = await stack.bosh(['-e', 'ipv4', '-d', 'tiny', 'plan', 'bad.yml', '--expect-no-changes']);
    expect(plan.code).toBe(0);
    const recreate = await stack.bosh(['-e', 'ipv4', '-d', 'tiny', 'plan', 'bad.yml', '--recreate']);
    expect(recreate.stdout).toContain('recreate: a new VM');
    expect(dumpPostgres(stack)).toBe(before);
  });

  it('a VM that is lost is missed by the third, and made anew', async () => {
    const before = await vm();
    process.kill(before.pid, 'SIGKILL');
    const after = await eventually(vm, ({ cid }) => cid !== '' && cid !== before.cid, { seconds: 120 });
    expect(after.cid).not.toBe(before.cid);
    const running = ([row]: Record<string, string>[]): boolean => row?.process_state === 'running';
    expect(await eventually(deployment(stack, 'tiny').instances, running, { seconds: 60 })).toMatchObject([{ process_state: 'running' }]);
  });

  it('without a worker tasks wait, and who asks is answered; then they go on', async () => {
    await stack.lab.stopService('worker');
    const waiting = stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'restart']);
    const tasks = async (): Promise<string> => (await stack.bosh(['-e', 'ipv4', 'tasks'])).stdout;
    expect(await eventually(tasks, (text) => text.includes('queued'))).toContain('queued');
    await start('worker');
    expectDone(await waiting);
    expect((await stack.bosh(['-e', 'ipv4', 'director', 'fsck'])).code).toBe(0);
  });
});
