import { realWorld } from '@bosh6/base';
import type { Task } from '@bosh6/director-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';
import { openStore } from '../persistence/open-store.js';
import type { NewTaskRow } from '../persistence/rows/index.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
});
afterAll(() => director.close());

/** Rows as of another Director, which nobody runs. */
async function store(...rows: Partial<NewTaskRow>[]): Promise<number[]> {
  const database = await openStore(director.config.database, realWorld());
  const usual = { state: 'done', description: '', result: null, user: 'admin', deployment: null, contextId: '', payload: {} } as const;
  const times = { createdAt: 1_700_000_000_500, startedAt: null, finishedAt: null, leaseOwner: null, leaseUntil: null };
  const ids = await database.write(async (tx) => {
    const stored: number[] = [];
    for (const row of rows) stored.push((await tx.tasks.insert({ type: 'test', ...usual, ...times, ...row })).id);
    return stored;
  });
  await database.close();
  return ids;
}
const list = async (query: string): Promise<number[]> => ((await director.as(`/tasks?${query}`)).json() as Task[]).map(({ id }) => id);
const stateOf = async (id: number | undefined): Promise<string> => ((await director.as(`/tasks/${id}`)).json() as Task).state;
const cancel = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<Answer> =>
  director.as('/tasks/cancel', { method: 'POST', headers, body });

describe('tasks', () => {
  it('are listed by state, deployment, context and kind, the newest first', async () => {
    const rows = [
      { type: 'update_deployment', deployment: 'web', contextId: 'c1' },
      { type: 'vms', deployment: 'web' },
      { type: 'delete_release', state: 'error' as const },
    ];
    const [deploy, vms, release] = await store(...rows);
    expect(await list('')).toEqual([release, deploy]);
    expect(await list('verbose=1')).toEqual([release, deploy]);
    expect(await list('verbose=2')).toEqual([release, vms, deploy]);
    expect(await list('verbose=2&limit=2')).toEqual([release, vms]);
    expect(await list('verbose=2&deployment=web')).toEqual([vms, deploy]);
    expect(await list('verbose=2&state=error,cancelled')).toEqual([release]);
    expect(await list('verbose=2&context_id=c1')).toEqual([deploy]);
  });

  it('tell when they began and ended, and not that they are to end before they have', async () => {
    const times = { startedAt: 1_700_000_001_900, finishedAt: 1_700_000_003_100 };
    const rows = [
      times,
      { state: 'processing' as const, startedAt: times.startedAt },
      { state: 'cancelling' as const, startedAt: times.startedAt },
    ];
    const told = await Promise.all((await store(...rows)).map(async (id) => (await director.as(`/tasks/${id}`)).json()));
    expect(told).toMatchObject([
      { started_at: 1_700_000_001, timestamp: 1_700_000_003 },
      { started_at: 1_700_000_001, timestamp: null },
      { started_at: 1_700_000_001, timestamp: 1_700_000_001 },
    ]);
    expect(Object.keys(told[0] as object)).toEqual([
      'id',
      'state',
      'description',
      'timestamp',
      'started_at',
      'result',
      'user',
      'deployment',
      'context_id',
    ]);
  });

  it('have outputs of five kinds, each from any byte on', async () => {
    const answer = await director.as('/deployments', { method: 'POST', headers: { 'content-type': 'text/yaml' }, body: 'name: ünïcode' });
    const { id } = await director.task(answer);
    const output = (type: string, range?: string): Promise<Answer> =>
      director.as(`/tasks/${id}/output${type}`, range === undefined ? {} : { headers: { range } });
    const html = 'text/html;charset=utf-8';
    for (const [type, kind] of [
      ['?type=event', html],
      ['?type=debug', 'text/plain'],
      ['', 'text/plain'],
    ] as const) {
      const whole = await output(type);
      expect(whole, type).toMatchObject({ status: 200, headers: { 'content-type': kind } });
      const size = whole.bytes.length;
      const last = await output(type, `bytes=${size - 1}-`);
      expect(last, type).toMatchObject({ status: 206, headers: { 'content-range': `bytes ${size - 1}-${size - 1}/${size}` } });
      expect(last.bytes).toEqual(whole.bytes.subarray(-1));
      for (const beyond of [size, size + 7])
        expect(await output(type, `bytes=${beyond}-`), type).toMatchObject({
          status: 416,
          headers: { 'content-range': `bytes */${size}` },
        });
      expect(await output(type, 'lines=1-'), type).toMatchObject({ status: 200, text: whole.text });
    }
    expect(await output('?type=result', 'bytes=0-')).toMatchObject({ status: 200, text: '' });
    for (const type of ['?type=none', '?type=cpi']) expect(await output(type), type).toMatchObject({ status: 204, text: '' });
    expect(await output('?type=secret')).toMatchObject({ status: 401, text: expect.stringContaining('"code":600000') });
  });

  it('that wait or run are cancelled by their number, others not', async () => {
    const [queued, running, done] = await store({ state: 'queued' }, { state: 'processing', leaseOwner: 'x' }, { state: 'done' });
    expect(await director.as(`/task/${queued}`, { method: 'DELETE' })).toMatchObject({ status: 204, text: '' });
    expect(await director.as(`/tasks/${queued}`)).toMatchObject({ text: expect.stringContaining('"result":"task cancelled"') });
    expect((await director.as(`/tasks/${queued}/output?type=event`)).text).toContain('"error":{"code":10001,');
    expect(await director.as(`/task/${running}`, { method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(await stateOf(running)).toBe('cancelling');
    expect(await director.as(`/task/${done}`, { method: 'DELETE' })).toMatchObject({
      status: 400,
      text: `task ${done} cannot be cancelled: it is 'done'`,
    });
    for (const none of ['4711', 'x'])
      expect(await director.as(`/task/${none}`, { method: 'DELETE' })).toMatchObject({
        status: 404,
        text: expect.stringContaining('"code":10000'),
      });
  });

  it('are cancelled many at once, those that wait unless told', async () => {
    const rows = [
      { type: 'a', state: 'queued' as const },
      { type: 'b', state: 'queued' as const, deployment: 'web' },
      { type: 'a', state: 'processing' as const, leaseOwner: 'x' },
      { type: 'c', state: 'queued' as const },
    ];
    const ids = await store(...rows);
    const states = (): Promise<string[]> => Promise.all(ids.map(stateOf));
    expect(await cancel('{"deployment":"web"}')).toMatchObject({ status: 204, text: '' });
    expect(await states()).toEqual(['queued', 'cancelled', 'processing', 'queued']);
    await cancel('{"types":["a"],"states":["queued","processing"]}');
    expect(await states()).toEqual(['cancelled', 'cancelled', 'cancelling', 'queued']);
    expect(await cancel('{"states":["done"]}')).toMatchObject({
      status: 400,
      text: "tasks in state 'done' cannot be cancelled; those that can are queued, processing",
    });
    expect(await cancel('{}')).toMatchObject({ status: 204 });
    expect(await states()).toEqual(['cancelled', 'cancelled', 'cancelling', 'cancelled']);
    expect(await cancel('{}', {})).toMatchObject({ status: 404, text: "Endpoint '/tasks/cancel' not found." });
  });
});
