import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OrphanedVm } from '@bosh6/director-api';
import { afterEach, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { type Answer, type StubDirector, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

let stub: StubDirector | undefined;
afterEach(() => stub?.close());

async function orphanedVms(argv: string[], answer: Answer): Promise<{ code: number; out: string; err: string }> {
  stub = await startStubDirector(({ path }) => (path === '/orphaned_vms' ? answer : undefined));
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'ca'), stub.ca);
  const io = capturedIo();
  const global = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '-e', `[::1]:${stub.port}`];
  const code = await run([...global, 'orphaned-vms', ...argv], io);
  return { code, out: io.out(), err: io.err() };
}

const vms: OrphanedVm[] = [
  {
    cid: 'vm-1',
    az: 'z1',
    deployment_name: 'web',
    instance_name: 'front/821894df',
    ip_addresses: ['10.0.9.2', 'fd00::2'],
    orphaned_at: '2026-01-05 10:20:30 UTC',
  },
  { cid: 'vm-2', az: null, deployment_name: 'web', instance_name: 'front/a', ip_addresses: [], orphaned_at: '2026-01-05 10:20:31 UTC' },
];

it('lists them, the newest first, each address on its line', async () => {
  const { code, out, err } = await orphanedVms(['--json'], { json: vms });
  expect(code, err).toBe(0);
  const [table] = (JSON.parse(out) as { Tables: { Content: string; Rows: Record<string, string>[] }[] }).Tables;
  expect(table?.Content).toBe('orphaned_vms');
  expect(table?.Rows).toEqual([
    { vm_cid: 'vm-2', deployment: 'web', instance: 'front/a', az: '', ips: '', orphaned_at: 'Mon Jan  5 10:20:31 UTC 2026' },
    {
      vm_cid: 'vm-1',
      deployment: 'web',
      instance: 'front/821894df',
      az: 'z1',
      ips: '10.0.9.2\nfd00::2',
      orphaned_at: 'Mon Jan  5 10:20:30 UTC 2026',
    },
  ]);
});

it('counts none', async () => {
  const { code, out } = await orphanedVms(['--tty'], { json: [] });
  expect(code).toBe(0);
  expect(out).toContain('0 orphaned_vms');
});

it('takes no argument', async () => {
  const { code, err } = await orphanedVms(['vm-1'], { json: [] });
  expect(code).toBe(2);
  expect(err).toContain('vm-1');
});
