import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import type { TaskRow } from '../persistence/rows/index.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  const two = manifest.replace('instances: 1', 'instances: 2').replace('[10.0.9.165]', '[10.0.9.165, 10.0.9.166]');
  const sixes = two.replace('0000:0165"', '0000:0165", "2601:646:100:69f1::166"');
  expect(await h.deploy(sixes)).toMatchObject({ state: 'done' });
});
afterEach(() => h.close());

const params = { user: 'bosh_0123456789abcde', public_key: 'ssh-rsa AAAA me\n' };
const setUp = (target: { job?: string; ids: string[]; indexes?: string[] }): Promise<TaskRow> =>
  h.run('ssh', { deployment: 'nginx', command: 'setup', target: { indexes: [], ...target }, params });
const hosts = async (task: TaskRow): Promise<{ index: number }[]> => JSON.parse(await h.output(task, 'result'));

it('answers one line: a list of who lets the user in', async () => {
  const task = await setUp({ job: 'nginx', ids: [], indexes: [] });
  expect(task).toMatchObject({ state: 'done', result: '' });
  const rows = await h.store.read.instances.all();
  const all = rows.map(({ uuid, index }) => ({
    command: 'setup',
    status: 'success',
    ip: '2001:db8::5',
    host_public_key: 'ssh-rsa AAAA',
    id: uuid,
    index,
    job: 'nginx',
  }));
  expect(all).toHaveLength(2);
  expect(await h.output(task, 'result')).toBe(`${JSON.stringify(all)}\n`);
  expect(await h.output(task, 'event')).toBe('');
});

it('takes instances by UUID or index, and indexes where there are no ids', async () => {
  const second = await h.store.read.instances.find({ index: 1 });
  for (const target of [
    { job: 'nginx', ids: ['1'], indexes: ['0'] },
    { job: 'nginx', ids: [second?.uuid.toUpperCase() ?? ''] },
    { job: 'nginx', ids: [], indexes: ['1'] },
    { ids: ['1'] },
  ])
    expect(await hosts(await setUp(target))).toMatchObject([{ index: 1 }]);
});

it('removes users, and records both', async () => {
  const task = await h.run('ssh', {
    deployment: 'nginx',
    command: 'cleanup',
    target: { job: 'nginx', ids: ['0'], indexes: [] },
    params: { user_regex: '^bosh_0123456789abcde' },
  });
  expect(await hosts(task)).toMatchObject([{ command: 'cleanup', status: 'success', index: 0 }]);
  const recorded = (await h.store.read.events.all()).filter(({ action }) => action === 'cleanup ssh');
  expect(recorded).toMatchObject([{ deployment: 'nginx', objectType: 'instance' }, { parentId: recorded[0]?.id }]);
});

it('fails where nothing is chosen, or an agent refuses', async () => {
  for (const target of [
    { job: 'none', ids: [] },
    { job: 'nginx', ids: ['7'] },
  ])
    expect(await h.output(await setUp(target), 'event')).toContain('"code":70001');
  h.cpi.behaviour.failMethods = ['ssh'];
  const refused = await setUp({ job: 'nginx', ids: ['0'] });
  expect(refused.state).toBe('error');
  expect(await h.output(refused, 'result')).toBe('');
});
