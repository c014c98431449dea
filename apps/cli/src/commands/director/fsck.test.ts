import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FsckFinding } from '@bosh6/director-api';
import { afterEach, expect, it } from 'vitest';
import { run } from '../../main.js';
import { capturedIo } from '../../testing/captured-io.js';
import { type StubDirector, startStubDirector } from '../../testing/stub-director.js';
import { temporaryDirectory } from '../../testing/temporary-directory.js';

let stub: StubDirector | undefined;
afterEach(() => stub?.close());

const task = { id: 7, state: 'done', description: 'check the Director', timestamp: 0, result: '', user: 'admin' };
const pending: FsckFinding = {
  severity: 'pending',
  kind: 'instance_unfinished',
  object: 'web/1',
  deployment: 'tiny',
  problem: 'its last update did not end',
  advice: 'deploy again',
};
const broken: FsckFinding = { ...pending, severity: 'broken', kind: 'vm_unknown', object: 'vm-1', deployment: null };

async function fsck(findings: readonly FsckFinding[] | undefined): Promise<{ code: number; out: string; err: string }> {
  const result = (findings ?? []).map((one) => `${JSON.stringify(one)}\n`).join('');
  stub = await startStubDirector(({ path, method }) => {
    if (path === '/director/fsck' && method === 'POST') return findings === undefined ? { status: 404 } : { json: task };
    if (path === '/tasks/7') return { json: task };
    return path.startsWith('/tasks/7/output') ? { text: path.includes('result') ? result : '' } : undefined;
  });
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'ca'), stub.ca);
  const io = capturedIo();
  const global = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '-e', `[::1]:${stub.port}`];
  const code = await run([...global, 'director', 'fsck', '--json'], io);
  return { code, out: io.out(), err: io.err() };
}

const rowsOf = (out: string): Record<string, string>[] =>
  (JSON.parse(out) as { Tables: { Rows: Record<string, string>[] }[] }).Tables[0]?.Rows ?? [];

it('ends with 8 when something is broken, and lists that first', async () => {
  const { code, out, err } = await fsck([pending, broken]);
  expect(code, err).toBe(8);
  expect(rowsOf(out)).toMatchObject([
    { severity: 'broken', kind: 'vm_unknown', object: 'vm-1', deployment: '' },
    { severity: 'pending', object: 'web/1', problem: 'its last update did not end', what_to_do: 'deploy again' },
  ]);
});

it('ends well when something is only half-done, or nothing is found', async () => {
  const half = await fsck([pending]);
  expect(half.code, half.err).toBe(0);
  expect(rowsOf(half.out)).toHaveLength(1);
  await stub?.close();
  expect(await fsck([])).toMatchObject({ code: 0 });
});

it('says when the Director is not one of ours', async () => {
  const { code, out } = await fsck(undefined);
  expect(code).not.toBe(0);
  expect(out).toContain('does not check itself');
});
