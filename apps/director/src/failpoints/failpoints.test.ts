import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Collaborators } from '../core/collaborators.js';
import type { TaskContext } from '../tasks/task-handler.js';
import { Failpoints } from './failpoints.js';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'b6-'));
  file = join(dir, 'armed');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

const agentRequest = (method: string): string => JSON.stringify({ protocol: 3, method, arguments: [], reply_to: 'director.x' });

function watched(points: Failpoints) {
  const published: string[] = [];
  const collaborators = points.around({
    world: {},
    store: { shared: false, write: async (work: (tx: object) => unknown) => work({}) },
    blobs: { put: async () => 'blob', exists: async () => true },
    bus: { publish: (subject: string) => void published.push(subject) },
    cpis: { use: (_name: string, work: (cpi: object) => unknown) => work({ hasVm: async () => true, info: async () => ({}) }) },
  } as unknown as Collaborators);
  const handler = points.watched({
    type: 'work',
    run: async () => {
      await collaborators.store.write(async () => undefined);
      await collaborators.cpis.use('', (cpi) => cpi.info({} as never));
      await collaborators.cpis.use('', (cpi) => cpi.hasVm('vm' as never, {} as never));
      for (const method of ['ping', 'apply']) collaborators.bus.publish('agent.a', agentRequest(method));
      await collaborators.blobs.put(new Uint8Array());
      return 'done';
    },
  });
  return { run: () => handler.run({} as TaskContext, null), published };
}

const steps = [
  'task begun',
  'before transaction',
  'after transaction',
  'before CPI hasVm',
  'amid CPI hasVm',
  'after CPI hasVm',
  'before agent apply',
  'before blob put',
  'after blob put',
  'task ended',
];

test('counts the steps of the task that the file names, and of no other', async () => {
  const { run, published } = watched(new Failpoints(file));
  expect(await run()).toBe('done');
  writeFileSync(file, '{"task":"other","exitAt":0}');
  await run();
  expect(() => readFileSync(`${file}.steps`)).toThrow();
  writeFileSync(file, '{"task":"work","exitAt":0}');
  expect(await run()).toBe('done');
  expect(JSON.parse(readFileSync(`${file}.steps`, 'utf8'))).toEqual(steps);
  expect(published).toHaveLength(6);
});

test.each(steps.map((step, at) => [at + 1, step] as const))('dies at step %i, %s', async (exitAt, step) => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  writeFileSync(file, JSON.stringify({ task: 'work', exitAt }));
  await watched(new Failpoints(file)).run();
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGKILL']]);
  expect(readFileSync(`${file}.killed`, 'utf8')).toBe(step);
});

test.each([
  ['agent', 1, 'before agent apply a'],
  ['bus', 3, 'after transaction'],
] as const)('where the victim is the %s it tells when, and lives', async (victim, exitAt, told) => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  writeFileSync(file, JSON.stringify({ task: 'work', exitAt, victim }));
  expect(await watched(new Failpoints(file)).run()).toBe('done');
  expect(kill).not.toHaveBeenCalled();
  expect(readFileSync(`${file}.killed`, 'utf8')).toBe(told);
});

test('a process that kills itself so does nothing more', () => {
  const script = "process.kill(process.pid, 'SIGKILL'); require('fs').writeSync(1, 'still here')";
  expect(spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })).toMatchObject({ signal: 'SIGKILL', stdout: '' });
});
