import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { realWorld } from '@bosh6/base';
import { createCa } from '@bosh6/credentials';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Previews } from '../deploy/plan/previews.js';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';
import { openStore } from '../persistence/open-store.js';

const uuid = '6f9619ff-8b86-4011-b42d-00c04fc964ff';
let director: DirectorFixture;
let certificateEnd: number;
beforeAll(async () => {
  director = await DirectorFixture.start();
  const store = await openStore(director.config.database, realWorld());
  await store.write(async (tx) => {
    const none = { cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
    const { id: deploymentId } = await tx.deployments.insert({ name: 'web', manifestText: 'name: web\n', ...none });
    const { id: instanceId } = await tx.instances.insert({
      uuid,
      deploymentId,
      group: 'nginx',
      index: 3,
      az: 'z1',
      bootstrap: true,
      state: 'started',
      updateCompleted: true,
      ignore: false,
      spec: {},
    });
    await tx.disks.insert({ instanceId, cid: 'disk-1', size: 10, active: true, cloudProperties: {}, name: '', cpi: '' });
    for (const name of ['pw', '/shared/pw'])
      await tx.variables.insert({ deploymentId, name, type: 'password', value: 'secret', createdAt: 1 });
    const { certificate } = await createCa('ours');
    certificateEnd = new X509Certificate(certificate).validToDate.getTime();
    await tx.variables.insert({ deploymentId, name: 'cert', type: 'certificate', value: { certificate }, createdAt: 1 });
    const content = { networks: ['net'], default_network: 'net' };
    const provider = { deploymentId, group: 'nginx', job: 'j', originalName: 'web', name: 'front', type: 'http', shared: true, content };
    await tx.links.providers.insert(provider);
    await tx.deployments.insert({ name: 'other', manifestText: null, ...none });
  });
  await store.close();
});
afterAll(() => director.close());

const media = { json: 'application/json', yaml: 'text/yaml' };
const send = (method: string, path: string, medium?: keyof typeof media, body = '{}'): Promise<Answer> =>
  director.as(path, { method, ...(medium === undefined ? {} : { headers: { 'content-type': media[medium] }, body }) });
const code = (number: number): unknown => expect.stringContaining(`{"code":${number},`);

describe('deployments', () => {
  it('are listed without the parts that nobody asks for', async () => {
    const whole = { name: 'web', teams: [], cloud_config: 'none', stemcells: [], releases: [], locked: false };
    expect((await director.as('/deployments')).json()).toEqual([{ ...whole, name: 'other' }, whole]);
    const few = await director.as('/deployments?exclude_configs=true&exclude_releases=true&exclude_stemcells=true&exclude_lock=true');
    expect(few.json()).toEqual([
      { name: 'other', teams: [] },
      { name: 'web', teams: [] },
    ]);
    expect(((await director.as('/deployments?exclude_configs=1')).json() as object[])[0]).toHaveProperty('cloud_config');
    expect(await director.as('/deployments/other')).toMatchObject({ status: 200, text: '{"manifest":null}' });
  });

  it('tell the names of their generated values, and who has one', async () => {
    const answer = await director.as('/deployments/web/variables');
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/html;charset=utf-8' } });
    expect(answer.json()).toEqual([
      { id: '1', name: '/test-director/web/pw' },
      { id: '2', name: '/shared/pw' },
      { id: '3', name: '/test-director/web/cert' },
    ]);
    expect(answer.text).not.toContain('secret');
    expect((await director.as('/deployed_variables/%2Ftest-director%2Fweb%2Fpw')).json()).toEqual({
      deployments: [{ name: 'web', version: '1' }],
    });
    expect((await director.as('/deployed_variables/%2Fnone')).json()).toEqual({ deployments: [] });
  });
});

it('a plan is given up once its client is gone', async () => {
  const made = Promise.withResolvers<AbortSignal>();
  const waiting = vi.spyOn(Previews.prototype, 'plan').mockImplementation(async (_payload, { signal }) => {
    made.resolve(signal);
    await once(signal, 'abort');
    throw signal.reason;
  });
  const client = new AbortController();
  const headers = { 'content-type': media.yaml };
  const asked = director.as('/deployments/web/plan', { method: 'POST', headers, body: 'name: web\n', signal: client.signal });
  const signal = await made.promise;
  expect(signal.aborted).toBe(false);
  const ended = once(signal, 'abort');
  client.abort();
  await expect(asked).rejects.toThrow();
  await ended;
  expect(signal.reason).toMatchObject({ code: 'PlanGivenUp' });
  waiting.mockRestore();
});

describe('one instance', () => {
  it('is told by its index or its UUID', async () => {
    const told = { deployment: 'web', job: 'nginx', index: 3, id: uuid, state: 'started', disks: ['disk-1'] };
    for (const id of ['3', uuid]) expect((await director.as(`/deployments/web/jobs/nginx/${id}`)).json()).toEqual(told);
    for (const id of ['4', uuid.replace('6', '7')])
      expect(await director.as(`/deployments/web/jobs/nginx/${id}`)).toMatchObject({ status: 404, text: code(70001) });
    expect(await director.as('/deployments/web/jobs/nginx/x')).toMatchObject({ status: 400, text: code(70002) });
    expect(await director.as('/deployments/none/jobs/nginx/3')).toMatchObject({ status: 404, text: code(70000) });
  });

  it('is ignored, and not any more, as told', async () => {
    const ignored = async (): Promise<unknown> => {
      const store = await openStore(director.config.database, realWorld());
      const row = await store.read.instances.find({ uuid });
      await store.close();
      return row?.ignore;
    };
    const path = `/deployments/web/instance_groups/nginx/${uuid}/ignore`;
    expect(await send('PUT', path, 'json', '{"ignore":true}')).toMatchObject({ status: 200, text: '' });
    expect(await ignored()).toBe(true);
    await send('PUT', path.replace(uuid, '3'), 'json', '{"ignore":false}');
    expect(await ignored()).toBe(false);
    expect(await send('PUT', path, 'json', '{"ignore":"x"}')).toMatchObject({ status: 400 });
    expect(await send('PUT', path.replace('nginx', 'none'), 'json', '{"ignore":true}')).toMatchObject({ status: 404, text: code(70001) });
  });

  it('has no resurrection of its own any more', async () => {
    expect(await send('PUT', '/deployments/web/jobs/nginx/3/resurrection', 'json')).toMatchObject({ status: 410, text: /^This endpoint/ });
  });
});

it('ssh starts a task, whose description says for what', async () => {
  const target = { job: 'nginx', ids: ['3'], indexes: ['3'] };
  const body = (more: object): string => JSON.stringify({ command: 'cleanup', target, params: { user_regex: '^bosh_a' }, ...more });
  const begun = await send('POST', '/deployments/web/ssh', 'json', body({}));
  expect(begun.status).toBe(302);
  expect((await director.as(new URL(begun.headers.location ?? '').pathname)).json()).toMatchObject({
    description: 'ssh: cleanup:{"job"=>"nginx", "ids"=>["3"], "indexes"=>["3"]}',
    deployment: 'web',
  });
  for (const wrong of [{ command: 'x' }, { command: 'setup' }, { target: 'nginx' }, { params: {} }])
    expect(await send('POST', '/deployments/web/ssh', 'json', body(wrong))).toMatchObject({ status: 400, text: code(40000) });
  expect(await send('POST', '/deployments/none/ssh', 'json', body({}))).toMatchObject({ status: 404, text: code(70000) });
});

it('links are listed, made for somebody outside, and taken', async () => {
  const provider = { name: 'front', shared: true, deployment: 'web', link_provider_definition: { type: 'http', name: 'web' } };
  const [offered] = (await director.as('/link_providers?deployment=web')).json() as { id: string }[];
  expect(offered).toEqual({ id: '1', ...provider, owner_object: { type: 'job', name: 'j', info: { instance_group: 'nginx' } } });
  const wish = (type: string): string =>
    JSON.stringify({ link_provider_id: '1', link_consumer: { owner_object: { name: 'probe', type } }, network: 'net' });
  const made = await send('POST', '/links', 'json', wish('external'));
  const link = { id: '1', name: 'front', link_consumer_id: '1', link_provider_id: '1', created_at: expect.stringMatching(/ UTC$/) };
  expect(made.status).toBe(200);
  expect(made.json()).toEqual(link);
  expect((await director.as('/links?deployment=web')).json()).toEqual([link]);
  expect((await director.as('/link_consumers?deployment=web')).json()).toEqual([
    {
      id: '1',
      name: 'front',
      optional: false,
      deployment: 'web',
      owner_object: { type: 'external', name: 'probe' },
      link_consumer_definition: { name: 'front', type: 'http' },
    },
  ]);
  expect((await director.as('/link_address?link_id=1&status=all')).json()).toEqual({ address: 'q-s4.nginx.net.web.bosh' });
  expect(await director.as('/link_address')).toMatchObject({ status: 400, text: code(810006) });
  expect(await send('POST', '/links', 'json', wish('job'))).toMatchObject({ status: 400, text: code(810001) });
  expect(await send('DELETE', '/links/1')).toMatchObject({ status: 204, text: '' });
  expect(await send('DELETE', '/links/1')).toMatchObject({ status: 404, text: code(810000) });
  for (const path of ['/links', '/link_providers', '/link_consumers']) {
    expect(await director.as(path), path).toMatchObject({ status: 400, text: code(190024) });
    expect(await director.as(`${path}?deployment=none`), path).toMatchObject({ status: 404, text: code(70000) });
  }
});

it('certificates among the generated values say how long they hold', async () => {
  const listed = (await director.as('/deployments/web/certificate_expiry')).json() as { expiry_date: string }[];
  const told = { name: '/test-director/web/cert', id: '3', expiry_date: expect.stringMatching(/Z$/) };
  expect(listed).toEqual([{ ...told, days_left: expect.any(Number) }]);
  expect(Date.parse(listed[0]?.expiry_date ?? '')).toBe(certificateEnd);
  expect(await director.as('/deployments/none/certificate_expiry')).toMatchObject({ status: 404, text: code(70000) });
});

it('what BOSH does not have is not there either', async () => {
  for (const path of ['/vms', '/users', '/deployments/web/properties'])
    expect(await director.as(path)).toMatchObject({ status: 404, text: `Endpoint '${path}' not found.` });
});

describe('networks and disks', () => {
  it('that are orphaned are listed, and others not deleted', async () => {
    expect(await director.as('/networks?orphaned=true')).toMatchObject({
      status: 200,
      text: '[]',
      headers: { 'content-type': 'application/json' },
    });
    expect(await director.as('/networks')).toMatchObject({ status: 500, text: 'listing active networks is not implemented' });
    const task = await director.task(await send('DELETE', '/networks/n'));
    expect(task).toMatchObject({ state: 'error', description: 'delete orphan networks' });
    expect(task.events.at(-1)).toMatchObject({ error: { code: 16012 } });
    expect(await send('PUT', '/disks/d/attachments?deployment=none')).toMatchObject({ status: 404, text: code(70000) });
    expect(await send('DELETE', '/disks/disk-1')).toMatchObject({ status: 400, text: code(520000) });
  });
});

describe('jobs and packages of releases', () => {
  it('are found by all three of their names, or not at all', async () => {
    expect(await director.as('/jobs?name=a&release_name=b')).toMatchObject({ status: 400, text: '' });
    expect(await director.as('/jobs?name=a&release_name=b&fingerprint=c')).toMatchObject({ status: 404, text: '' });
    expect(await director.as('/packages/blobs/x')).toMatchObject({ status: 400, text: "no package has the blob 'x'" });
  });

  it('are matched with manifests that list them', async () => {
    for (const path of ['/packages/matches', '/packages/matches_compiled'])
      for (const body of ['', '- a', 'name: a\nversion: 1\n'])
        expect(await send('POST', path, 'yaml', body), path).toMatchObject({ status: 400, text: code(440001) });
    expect(await send('POST', '/packages/matches_compiled', 'yaml', 'name: a\nversion: 1\ncompiled_packages: []\n')).toMatchObject({
      text: '[]',
    });
  });
});
