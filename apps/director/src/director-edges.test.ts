import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import {
  configDiffSchema,
  configSchema,
  configsSchema,
  deploymentConfigsSchema,
  deploymentDiffSchema,
  deploymentsSchema,
  errorBodySchema,
  eventsSchema,
  infoSchema,
  locksSchema,
  loginPromptsSchema,
  orphanDisksSchema,
  orphanedVmsSchema,
  releaseInspectionSchema,
  releasesSchema,
  stemcellsSchema,
  stemcellUploadsSchema,
  tasksSchema,
  tokenErrorSchema,
  tokenSchema,
} from '@bosh6/director-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UrlSigner } from './blobs/signer.js';
import { type Answer, DirectorFixture } from './director-fixture.test.suite.js';
import { openStore } from './persistence/open-store.js';
import { makeRelease } from './release-tarball.test.support.js';

let director: DirectorFixture;
let taskId: string;
let reader: { authorization: string };
beforeAll(async () => {
  director = await DirectorFixture.start({ listen: ['::1', '127.0.0.1'] });
  const file = join(director.dir, 'demo.tgz');
  await makeRelease(file, director.dir);
  taskId = String((await director.task(await upload('/releases', '', await readFile(file)))).id);
  const token = await director.logIn({ grant_type: 'password', username: 'reader', password: 'let me in' });
  reader = { authorization: `bearer ${(token.json() as { access_token: string }).access_token}` };
});
afterAll(() => director.close());

const json = { 'content-type': 'application/json' };
const yaml = { 'content-type': 'text/yaml' };
const upload = (path: string, query: string, body: Uint8Array): Promise<Answer> =>
  director.as(`${path}?${query}`, { method: 'POST', headers: { 'content-type': 'application/x-compressed' }, body });
const post = (path: string, value: object): Promise<Answer> =>
  director.as(path, { method: 'POST', headers: json, body: JSON.stringify(value) });

describe('bodies', () => {
  it('of strangers are not read, let alone understood', async () => {
    const stranger = (path: string): Promise<Answer> => director.ask(path, { method: 'POST', headers: json, body: '{not JSON' });
    expect(await stranger('/configs')).toMatchObject({ status: 401, text: "Not authorized: '/configs'\n" });
    expect((await stranger('/configs')).headers['www-authenticate']).toBe('Basic realm="BOSH Director"');
    expect(await stranger('/nowhere')).toMatchObject({ status: 404 });
  });

  it('of JSON have a limit, manifests a larger one', async () => {
    const content = `# ${'x'.repeat(1024 * 1024)}\n{}`;
    expect(await post('/configs', { type: 'cloud', name: 'long', content })).toMatchObject({ status: 413 });
    const answer = await director.as('/deployments/long/diff', {
      method: 'POST',
      headers: yaml,
      body: `name: long\n${content.slice(0, -3)}`,
    });
    expect(answer.json()).toMatchObject({ diff: [['name: long', 'added']] });
  });

  it('of signed uploads are bytes, whatever their type says', async () => {
    const store = await openStore(director.config.database, realWorld());
    const signer = new UrlSigner((await store.read.attributes.get('blob_signing_key')) ?? '');
    await store.close();
    const path = signer.sign('PUT', 'some-blob', Math.floor(Date.now() / 1000) + 60);
    expect(await director.ask(path, { method: 'PUT', headers: json, body: '{"a": 1}' })).toMatchObject({ status: 201 });
    expect(await director.as('/resources/some-blob')).toMatchObject({ status: 200, text: '{"a": 1}' });
  });
});

describe('a reader', () => {
  it('sees events and results, not the debug outputs', async () => {
    const output = (query: string, headers = reader): Promise<Answer> => director.ask(`/tasks/${taskId}/output${query}`, { headers });
    expect(await output('?type=event')).toMatchObject({ status: 200, text: expect.stringContaining('demo/1.0') });
    expect(await output('?type=result')).toMatchObject({ status: 200 });
    for (const query of ['?type=debug', '?type=cpi', '']) {
      const answer = await output(query);
      expect(answer.status).toBe(401);
      expect(answer.json()).toMatchObject({ code: 600000 });
    }
    expect(await director.as(`/tasks/${taskId}/output`)).toMatchObject({ status: 200, text: expect.stringContaining('update_release') });
    expect((await director.as(`/tasks/${taskId}/output?type=other`)).json()).toMatchObject({ code: 600000 });
  });
});

describe('what makes no sense', () => {
  it('in a token request is refused as OAuth says', async () => {
    const body = JSON.stringify({ grant_type: 'password', username: 'admin', password: 1, client_id: 'bosh_cli' });
    const answer = await director.ask('/uaa/oauth/token', { method: 'POST', headers: json, body });
    expect(answer.status).toBe(400);
    expect(tokenErrorSchema.parse(answer.json())).toMatchObject({ error: 'invalid_request' });
  });

  it.each(['/releases', '/stemcells'])('in an upload to %s starts no task', async (path) => {
    const answer = await upload(path, 'sha1=a&sha1=b', Buffer.from('x'));
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 40000, details: { where: { pointer: '/sha1' } } });
  });

  it.each([
    '/releases/demo?version=1&version=2',
    `/tasks/1/output?type=event&type=debug`,
    '/networks?orphaned=true&orphaned=true',
    '/events?before_id=x',
    '/events?user=a&user=b',
  ])('in %s is the caller’s mistake', async (path) => {
    expect((await director.as(path)).json()).toMatchObject({ code: 40000 });
  });
});

describe('each address of the configuration', () => {
  it('is listened on', async () => {
    for (const host of ['::1', '127.0.0.1']) expect(await director.ask('/info', { host })).toMatchObject({ status: 200 });
  });

  it('is let go when another one is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const failing = DirectorFixture.start({ listen: ['::1', '127.0.0.1'], port });
    await expect(failing).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const again = createServer();
    await new Promise<void>((resolve) => again.listen(port, '::1', resolve));
    again.close();
    other.close();
  });
});

describe('answers', () => {
  it('are what the contract says', async () => {
    const wish = { type: 'cloud', name: 'default', content: 'azs:\n- name: z1\n' };
    const manifest = { method: 'POST', headers: yaml, body: 'name: web' };
    const [form] = [await director.logIn()];
    expect(tokenSchema.parse(form.json())).toHaveProperty('refresh_token');
    configDiffSchema.parse((await post('/configs/diff', wish)).json());
    configSchema.parse((await post('/configs', wish)).json());
    deploymentDiffSchema.parse((await director.as('/deployments/web/diff', manifest)).json());
    expect((await director.task(await director.as('/deployments', manifest))).state).toBe('error');
    stemcellUploadsSchema.parse((await post('/stemcell_uploads', { stemcell: { name: 'a', version: '1' } })).json());
    errorBodySchema.parse((await director.as('/releases/none?version=1')).json());
    const read = async (path: string): Promise<unknown> => (await director.as(path)).json();
    infoSchema.parse(await read('/info'));
    loginPromptsSchema.parse(await read('/uaa/login'));
    expect(configsSchema.parse(await read('/configs'))).toHaveLength(1);
    expect(eventsSchema.parse(await read('/events?object_type=config/cloud'))).toHaveLength(1);
    expect(tasksSchema.parse(await read('/tasks'))).toHaveLength(2);
    expect(releasesSchema.parse(await read('/releases'))).toHaveLength(1);
    expect(releaseInspectionSchema.parse(await read('/releases/demo?version=1.0')).packages).toHaveLength(1);
    deploymentsSchema.parse(await read('/deployments'));
    deploymentConfigsSchema.parse(await read('/deployment_configs?deployment[]=web'));
    stemcellsSchema.parse(await read('/stemcells'));
    orphanDisksSchema.parse(await read('/disks'));
    orphanedVmsSchema.parse(await read('/orphaned_vms'));
    locksSchema.parse(await read('/locks'));
  });
});
