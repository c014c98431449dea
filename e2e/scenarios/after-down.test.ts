import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fixtures } from '../fixtures/build.js';
import { expectDone } from '../stack/done.js';
import { freshStack, prepare } from '../stack/home.js';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { type Stack, startStack } from '../stack/stack.js';
import { deployment } from './deployment.js';

describe('a deployment whose machine was down', () => {
  let stack: Stack;
  let again: Stack | undefined;
  let fixtures: Fixtures;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ stack, fixtures, remove } = await freshStack());
    await prepare(stack, fixtures);
    const path = join(stack.work, 'tiny.yml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('  vm_type: small\n', '  vm_type: small\n  persistent_disk: 64\n'));
    expectDone(await stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'deploy', 'tiny.yml']));
  });
  afterAll(async () => {
    await again?.down();
    await remove?.();
  });

  it('comes back with a plain deploy, which says why, and keeps its disk and what is on it', async () => {
    const manifest = readFileSync(join(stack.work, 'tiny.yml'), 'utf8');
    const { vms, disks } = await stack.lab.status();
    const inside = await stack.lab.enterArgv(vms[0]?.cid ?? '');
    expectDone(await run([...inside, 'sh', '-c', 'echo kept > /var/vcap/store/mark']));
    expectDone(await run([process.execPath, cli, 'down'], { cwd: stack.work, env: stack.env }));
    await stack.down();

    again = await startStack({ home: stack.home, work: stack.work, site: fixtures.site });
    writeFileSync(join(stack.work, 'tiny.yml'), manifest);
    const tiny = deployment(again, 'tiny');
    expect(await tiny.instances()).toMatchObject([{ process_state: 'unresponsive agent' }]);
    const ran = expectDone(await again.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', 'deploy', 'tiny.yml']));
    expect(ran.stdout).toMatch(/sleeper\/\S+ \(0\) gets a new VM: its VM \S+ is gone/);
    expect(await tiny.instances()).toMatchObject([{ process_state: 'running' }]);
    const now = await again.lab.status();
    expect(now.disks.map(({ cid }) => cid)).toEqual(disks.map(({ cid }) => cid));
    const mark = await run([...(await again.lab.enterArgv(now.vms[0]?.cid ?? '')), 'cat', '/var/vcap/store/mark']);
    expect(mark.stdout).toBe('kept\n');
  });
});
