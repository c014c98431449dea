import { realWorld } from '@bosh6/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';
import { openStore } from '../persistence/open-store.js';

const uuid = '6f9619ff-8b86-4011-b42d-00c04fc964ff';
let director: DirectorFixture;
let store: Awaited<ReturnType<typeof openStore>>;
beforeAll(async () => {
  director = await DirectorFixture.start();
  store = await openStore(director.config.database, realWorld());
  await store.write(async (tx) => {
    const none = { cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [], teams: [] };
    const { id: deploymentId } = await tx.deployments.insert({ name: 'web', manifestText: 'name: web\n', ...none });
    const at = { deploymentId, group: 'nginx', index: 3, az: 'z1', bootstrap: true };
    await tx.instances.insert({ uuid, ...at, state: 'started', updateCompleted: true, ignore: false, spec: {} });
    await tx.deployments.insert({ name: 'empty', manifestText: null, ...none });
  });
});
afterAll(async () => {
  await store?.close();
  await director?.close();
});

const send = (method: string, path: string, body = ''): Promise<Answer> =>
  director.as(path, { method, headers: { 'content-type': 'text/yaml' }, body });
const payloadOf = async (answer: Answer) => {
  const { id, description } = (await director.task(answer)) as { id: number; description: string };
  return { description, payload: (await store.read.tasks.find({ id }))?.payload };
};
const createdBefore = (time: string): string => `recreate_vms_created_before=${encodeURIComponent(time)}`;
const code = (number: number): unknown => expect.stringContaining(`{"code":${number},`);

it('a state change is a deploy of the stored manifest, with what the query says', async () => {
  const stored = { deployment: 'web', manifestText: 'name: web\n', stored: true, cloudConfigIds: [], runtimeConfigIds: [] };
  expect(await payloadOf(await send('PUT', '/deployments/web/jobs/*?state=stopped&skip_drain=true'))).toEqual({
    description: 'create deployment',
    payload: { ...stored, stateChange: { group: '*', state: 'stopped' }, skipDrain: '*' },
  });
  const group = await send('PUT', '/deployments/web/jobs/nginx?state=recreate&skip_drain=true&fix=true&canaries=2&max_in_flight=50%25');
  expect((await payloadOf(group)).payload).toEqual({
    ...stored,
    stateChange: { group: 'nginx', state: 'recreate' },
    skipDrain: ['nginx'],
    fix: true,
    canaries: '2',
    maxInFlight: '50%',
  });
  for (const query of ['canaries=x', 'max_in_flight=50%25%25'])
    expect((await send('PUT', `/deployments/web/jobs/nginx?state=restart&${query}`)).status).toBe(400);
  const one = await send('PUT', '/deployments/web/jobs/nginx/3?state=restart&canaries=2&dry_run=true');
  expect(await payloadOf(one)).toEqual({
    description: 'create deployment (dry run)',
    payload: { ...stored, stateChange: { group: 'nginx', id: '3', state: 'restart' }, dryRun: true },
  });
});

it('a manifest in the body is deployed instead, with the newest configs', async () => {
  expect((await payloadOf(await send('PUT', '/deployments/web/jobs/nginx?state=started', 'name: web # new\n'))).payload).toEqual({
    deployment: 'web',
    manifestText: 'name: web # new\n',
    stateChange: { group: 'nginx', state: 'started' },
  });
});

it('an action on one instance is a task of its own', async () => {
  const path = '/deployments/web/instance_groups/nginx';
  const { id: instanceId } = (await store.read.instances.find({ uuid })) ?? {};
  expect(await payloadOf(await send('POST', `${path}/${uuid}/actions/stop?hard=true&skip_drain=true`))).toEqual({
    description: 'stop instance',
    payload: { deployment: 'web', instanceId, action: 'stop', skipDrain: true, hard: true },
  });
  expect((await payloadOf(await send('POST', `${path}/3/actions/recreate?ignore_unresponsive_agent=true&hard=true`))).payload).toEqual({
    deployment: 'web',
    instanceId,
    action: 'recreate',
    fix: true,
  });
  expect(await send('POST', `${path}/3/actions/dance`)).toMatchObject({ status: 400, text: code(40005) });
});

it('what is not there, or cannot be, is refused before there is a task', async () => {
  expect(await send('PUT', '/deployments/none/jobs/*?state=stopped')).toMatchObject({ status: 404, text: code(70000) });
  expect(await send('PUT', '/deployments/web/jobs/nginx/x?state=stopped')).toMatchObject({ status: 400, text: code(70002) });
  expect(await send('PUT', '/deployments/web/jobs/nginx/4?state=stopped')).toMatchObject({ status: 404, text: code(70001) });
  expect(await send('PUT', '/deployments/empty/jobs/*?state=stopped')).toMatchObject({ status: 400, text: code(440001) });
});

it('only VMs of an age are recreated, of a group or one; the time has a zone, and nothing but recreate takes it', async () => {
  const at = Date.parse('2026-01-02T01:04:05Z');
  for (const path of ['*', 'nginx', 'nginx/3']) {
    const answer = await send('PUT', `/deployments/web/jobs/${path}?state=recreate&${createdBefore('2026-01-02T03:04:05+02:00')}`);
    expect((await payloadOf(answer)).payload).toMatchObject({ stateChange: { state: 'recreate' }, recreateCreatedBefore: at });
  }
  for (const query of [
    `state=restart&${createdBefore('2026-01-02T03:04:05Z')}`,
    createdBefore('2026-01-02T03:04:05Z'),
    `state=recreate&${createdBefore('')}`,
  ])
    expect(await send('PUT', `/deployments/web/jobs/*?${query}`)).toMatchObject({ status: 400, text: code(40005) });
});

describe('a deploy', () => {
  const deploy = (query: string): Promise<Answer> => send('POST', `/deployments?${query}`, 'name: web\n');
  const plan = (query: string): Promise<Answer> => send('POST', `/deployments/web/plan?${query}`, 'name: web\n');

  it('makes VMs of an age and disks anew', async () => {
    const query = `recreate=true&recreate_persistent_disks=true&${createdBefore('2026-01-02T03:04:05.5Z')}`;
    expect((await payloadOf(await deploy(query))).payload).toEqual({
      deployment: 'web',
      manifestText: 'name: web\n',
      recreate: true,
      recreateCreatedBefore: Date.parse('2026-01-02T03:04:05.500Z'),
      recreatePersistentDisks: true,
    });
    expect((await payloadOf(await deploy('recreate_persistent_disks=false'))).payload).not.toHaveProperty('recreatePersistentDisks');
  });

  it.each(['2026-01-02', '2026-01-02T03:04:05', '2026-01-02T03:04Z', '2026-02-30T03:04:05Z', 'yesterday', '1767322800', ''])(
    'refuses %j as a time, as its plan does, and starts no task',
    async (time) => {
      const tasks = await store.read.tasks.count({});
      const says = { status: 400, text: code(40005) };
      expect(await deploy(`recreate=true&${createdBefore(time)}`)).toMatchObject(says);
      expect(await plan(`recreate=true&${createdBefore(time)}`)).toMatchObject(says);
      expect(await store.read.tasks.count({})).toBe(tasks);
    },
  );

  it('refuses a time where nothing is to be recreated', async () => {
    for (const query of [createdBefore('2026-01-02T03:04:05Z'), `recreate=false&${createdBefore('2026-01-02T03:04:05Z')}`]) {
      const answer = await deploy(query);
      expect(answer).toMatchObject({ status: 400, text: code(40005) });
      expect(answer.json()).toMatchObject({ details: { hint: 'add recreate=true', where: { pointer: '/recreate_vms_created_before' } } });
      expect(await plan(query)).toMatchObject({ status: 400, text: code(40005) });
    }
  });
});
