import { realWorld } from '@bosh6/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';
import { openStore } from '../persistence/open-store.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
  const store = await openStore(director.config.database, realWorld());
  await store.write(async (tx) => {
    const none = { cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
    const { id: deploymentId } = await tx.deployments.insert({ name: 'web', manifestText: 'name: web\n', ...none });
    const of = { deploymentId, pool: 'small', cpi: '', instanceId: null, vmCid: null, hint: null };
    await tx.dynamicDisks.insert({ ...of, name: 'a/b', cid: 'disk-1', size: 10, az: 'z1', metadata: { k: [1] } });
    await tx.dynamicDisks.insert({ ...of, name: 'c', cid: 'disk-2', size: 20, az: null, metadata: {} });
  });
  await store.close();
});
afterAll(() => director.close());

const send = (method: string, path: string, body?: unknown): Promise<Answer> => {
  const json = { headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) };
  return director.as(path, { method, ...(body === undefined ? {} : json) });
};
const disk = { disk_name: 'd', disk_pool_name: 'small', disk_size: 10 };
const create = { deployment_name: 'web', az: 'z1', ...disk };
const provide = { instance_id: 'i', ...disk };

it('lists them as they are, with nulls for what nobody says', async () => {
  const of = { deployment: 'web', instance: null, disk_pool_name: 'small', cpi: '' };
  expect((await director.as('/dynamic_disks')).json()).toEqual([
    { name: 'a/b', disk_cid: 'disk-1', availability_zone: 'z1', size: 10, metadata: { k: [1] }, ...of },
    { name: 'c', disk_cid: 'disk-2', availability_zone: null, size: 20, metadata: {}, ...of },
  ]);
});

it.each([
  ['POST', '/dynamic_disks', create, 'create dynamic disk', 100],
  ['POST', '/dynamic_disks/provide', { ...provide, metadata: null }, 'provide dynamic disk', 70001],
  ['POST', '/dynamic_disks/a%2Fb/attach', { instance_id: 'i' }, 'attach dynamic disk', 70001],
  ['POST', '/dynamic_disks/moon/detach', undefined, 'detach dynamic disk', 100],
])('%s %s starts a task', async (method, path, body, description, number) => {
  const task = await director.task(await send(method, path, body));
  expect(task).toMatchObject({ state: 'error', description });
  expect(task.events.at(-1)).toMatchObject({ error: { code: number } });
});

it('detaching what nobody has and deleting what is gone is done', async () => {
  expect(await director.task(await send('POST', '/dynamic_disks/a%2Fb/detach'))).toMatchObject({ state: 'done' });
  expect(await director.task(await send('DELETE', '/dynamic_disks/moon'))).toMatchObject({
    state: 'done',
    description: 'delete dynamic disk',
  });
});

describe('a body', () => {
  const without = (body: object, key: string): object => Object.fromEntries(Object.entries(body).filter(([each]) => each !== key));
  const refused = async (path: string, body: unknown, number: number, field: string): Promise<void> => {
    const before = (await director.as('/tasks?verbose=2')).text;
    const answer = await send('POST', path, body);
    expect(answer, JSON.stringify(body)).toMatchObject({ status: 400 });
    expect(answer.json()).toMatchObject({ code: number, description: expect.stringContaining(field) });
    expect((await director.as('/tasks?verbose=2')).text).toBe(before);
  };

  it('without a field is refused (40001)', async () => {
    for (const key of Object.keys(create)) await refused('/dynamic_disks', without(create, key), 40001, `'${key}'`);
    for (const key of Object.keys(provide)) await refused('/dynamic_disks/provide', without(provide, key), 40001, `'${key}'`);
    await refused('/dynamic_disks/c/attach', {}, 40001, "'instance_id'");
  });

  it('with a wrong type is refused (40000)', async () => {
    for (const size of ['10', 1.5, null, [10]]) await refused('/dynamic_disks', { ...create, disk_size: size }, 40000, "'disk_size'");
    for (const text of [1, null, {}]) await refused('/dynamic_disks/provide', { ...provide, disk_name: text }, 40000, "'disk_name'");
    for (const metadata of ['x', [1]]) await refused('/dynamic_disks/c/attach', { instance_id: 'i', metadata }, 40000, "'metadata'");
    for (const body of [[], 'null', '"x"']) await refused('/dynamic_disks', body, 40000, 'JSON object');
  });

  it('with a value too small or too large is refused (40002, 40003)', async () => {
    await refused('/dynamic_disks', { ...create, disk_size: 0 }, 40002, "'disk_size'");
    await refused('/dynamic_disks', { ...create, az: '' }, 40002, "'az'");
    await refused('/dynamic_disks/c/attach', { instance_id: '' }, 40002, "'instance_id'");
    await refused('/dynamic_disks', { ...create, disk_size: 2 ** 31 }, 40003, "'disk_size'");
    await refused('/dynamic_disks', { ...create, disk_name: 'x'.repeat(256) }, 40003, "'disk_name'");
  });

  it('that is not JSON is refused, and of another type is for no route', async () => {
    await refused('/dynamic_disks', '{', 710001, '');
    const yaml = await director.as('/dynamic_disks', { method: 'POST', headers: { 'content-type': 'text/yaml' }, body: '{}' });
    expect(yaml).toMatchObject({ status: 404, text: "Endpoint '/dynamic_disks' not found." });
  });
});
