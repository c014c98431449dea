import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { writeArchive } from '@bosh6/formats/archives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectorFixture } from './director-fixture.test.suite.js';
import { openStore } from './persistence/open-store.js';
import { makeRelease } from './release-tarball.test.support.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
});
afterAll(() => director.close());

const json = { 'content-type': 'application/json' };
const yaml = { 'content-type': 'text/yaml' };

describe('the listener', () => {
  it('tells who it is without credentials, under the name that the request used', async () => {
    const { port } = director.director ?? {};
    const answer = await director.ask('/info');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.json()).toMatchObject({
      name: 'test-director',
      user: null,
      user_authentication: { type: 'uaa', options: { url: `https://[::1]:${port}/uaa` } },
    });
    const urlFor = async (host: string): Promise<unknown> =>
      ((await director.ask('/info', { headers: { host } })).json() as { user_authentication: { options: unknown } }).user_authentication
        .options;
    expect(await urlFor('director.example:25555')).toMatchObject({ url: 'https://director.example:25555/uaa' });
    expect(await urlFor('10.0.9.151:25555')).toMatchObject({ url: 'https://10.0.9.151:25555/uaa' });
    expect(await urlFor('evil.example')).toMatchObject({ url: 'https://10.0.9.151:0/uaa' });
    expect((await director.ask('/info', { headers: { authorization: 'bearer x.y.z' } })).json()).toMatchObject({ user: null });
    expect((await director.as('/info')).json()).toMatchObject({ user: 'admin' });
  });

  it('keeps its uuid over a restart', async () => {
    const before = (await director.ask('/info')).json() as { uuid: string };
    await director.director?.close();
    await director.open();
    expect((await director.ask('/info')).json()).toMatchObject({ uuid: before.uuid });
  });

  it('shuts out who has no token, and says so as text', async () => {
    const answer = await director.ask('/tasks');
    expect(answer.status).toBe(401);
    expect(answer.text).toBe("Not authorized: '/tasks'\n");
    expect(answer.headers['www-authenticate']).toBe('Basic realm="BOSH Director"');
  });

  it('knows no route, and none with a body of the wrong type', async () => {
    expect(await director.as('/nowhere')).toMatchObject({ status: 404, text: "Endpoint '/nowhere' not found." });
    expect(await director.as('/configs', { method: 'POST', headers: yaml, body: '{}' })).toMatchObject({
      status: 404,
      text: "Endpoint '/configs' not found.",
    });
  });
});

describe('the token service', () => {
  it('asks as the post shows, and answers with claims that clients show', async () => {
    expect((await director.ask('/uaa/login')).json()).toMatchObject({
      prompts: { username: ['text', 'Email'], password: ['password', 'Password'] },
    });
    const token = (await director.logIn()).json() as { token_type: string; access_token: string; refresh_token: string };
    expect(token.token_type).toBe('bearer');
    const claims = JSON.parse(Buffer.from(token.refresh_token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ user_name: 'admin', scope: ['openid', 'bosh.admin'] });
    const again = await director.logIn({ grant_type: 'refresh_token', refresh_token: token.refresh_token });
    expect(again.status).toBe(200);
    const asAccess = await director.ask('/tasks', { headers: { authorization: `bearer ${token.refresh_token}` } });
    expect(asAccess.status).toBe(401);
  });

  it('refuses wrong passwords, clients and grants', async () => {
    expect(await director.logIn({ grant_type: 'password', username: 'admin', password: 'nope' })).toMatchObject({ status: 401 });
    expect(await director.logIn({ grant_type: 'password', username: 'nobody', password: '' })).toMatchObject({ status: 401 });
    expect(await director.logIn({ grant_type: 'client_credentials' })).toMatchObject({ status: 401 });
    expect(await director.logIn({ grant_type: 'client_credentials' }, 'admin:let me in')).toMatchObject({ status: 200 });
    expect(await director.logIn({ grant_type: 'magic' })).toMatchObject({ status: 400 });
    expect(await director.logIn({ grant_type: 'refresh_token', refresh_token: 'x' })).toMatchObject({ status: 401 });
  });
});

describe('configs', () => {
  const post = (path: string, value: object): ReturnType<DirectorFixture['as']> =>
    director.as(path, { method: 'POST', headers: json, body: JSON.stringify(value) });
  const first = 'azs:\n- name: z1\nnetworks:\n- name: ipv6\n  type: manual\n';
  const second = 'azs:\n- name: z1\n- name: z2\nnetworks:\n- name: ipv6\n  type: vip\n';

  it('are shown as a diff, stored, and protected from lost updates', async () => {
    const wish = { type: 'cloud', name: 'ipv6', content: first };
    expect((await post('/configs/diff', wish)).json()).toEqual({
      from: { id: '0' },
      diff: [
        ['azs:', 'added'],
        ['- name: z1', 'added'],
        ['', null],
        ['networks:', 'added'],
        ['- name: ipv6', 'added'],
        ['  type: manual', 'added'],
      ],
    });
    const stored = await post('/configs', { ...wish, expected_latest_id: '0' });
    expect(stored.status).toBe(201);
    expect(stored.json()).toMatchObject({ id: '1', type: 'cloud', name: 'ipv6', content: first, current: true, team: null });
    expect(stored.json()).toHaveProperty('created_at', expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/));
    expect((await post('/configs', wish)).json()).toMatchObject({ id: '1' });
    expect((await post('/configs/diff', { ...wish, content: second })).json()).toEqual({
      from: { id: '1' },
      diff: [
        ['azs:', null],
        ['- name: z2', 'added'],
        ['', null],
        ['networks:', null],
        ['- name: ipv6', null],
        ['  type: manual', 'removed'],
        ['  type: vip', 'added'],
      ],
    });
    const lost = await post('/configs', { ...wish, content: second, expected_latest_id: '0' });
    expect(lost.status).toBe(412);
    expect(lost.json()).toMatchObject({ latest_id: '1', expected_latest_id: '0' });
    expect((await post('/configs', { ...wish, content: second, expected_latest_id: '1' })).json()).toMatchObject({ id: '2' });
    expect((await director.as('/configs?latest=true')).json()).toHaveLength(1);
    expect((await director.as('/configs?latest=false&type=cloud')).json()).toMatchObject([
      { id: '2', current: true },
      { id: '1', current: false },
    ]);
    expect((await post('/configs/diff', { from: { id: '1', content: '' }, to: { id: '2', content: '' } })).json()).toHaveProperty('diff');
  });

  it('are refused with number, text and place', async () => {
    const broken = await post('/configs', { type: 'cloud', name: 'x', content: 'a: [1\nb: 2' });
    expect(broken.status).toBe(400);
    expect(broken.json()).toMatchObject({ code: 440001, details: { where: { document: "cloud config 'x'", line: expect.any(Number) } } });
    expect((await post('/configs', { type: 'cloud', name: 'x', content: '- a' })).json()).toMatchObject({ code: 440011 });
    expect((await post('/configs', { type: 'cloud' })).json()).toMatchObject({ code: 440010 });
    expect(await director.as('/configs', { method: 'POST', headers: json, body: '{' })).toMatchObject({
      status: 400,
      text: expect.stringContaining('"code":710001'),
    });
    expect(await director.as('/configs/99')).toMatchObject({ status: 404, text: expect.stringContaining('"code":440012') });
  });

  it('go when told', async () => {
    await post('/configs', { type: 'cloud', name: 'gone', content: 'a: 1' });
    expect(await director.as('/configs?type=cloud&name=gone', { method: 'DELETE' })).toMatchObject({ status: 204 });
    expect(await director.as('/configs?type=cloud&name=gone', { method: 'DELETE' })).toMatchObject({ status: 404 });
  });
});

let made = 0;
async function mkdtempIn(dir: string): Promise<string> {
  made += 1;
  const path = join(dir, `made-${made}`);
  await mkdir(path);
  return path;
}

async function blobFiles(): Promise<string[]> {
  return (await readdir(join(director.dir, 'state', 'blobs'), { recursive: true })).filter((name) => name.includes('/'));
}

const upload = (path: string, body: Uint8Array, query = ''): ReturnType<DirectorFixture['as']> =>
  director.as(`${path}?${query}`, { method: 'POST', headers: { 'content-type': 'application/x-compressed' }, body });

describe('releases', () => {
  it('are taken, listed, inspected, taken again without harm, and deleted', async () => {
    const file = join(director.dir, 'demo.tgz');
    await makeRelease(file, director.dir);
    const task = await director.task(await upload('/releases', await readFile(file)));
    expect(task).toMatchObject({ state: 'done', description: 'create release', result: "Created release 'demo/1.0'", user: 'admin' });
    const stages = [...new Set(task.events.map((event) => `${event.stage}: ${event.task}`))];
    expect(stages).toEqual([
      'Extracting release: Extracting release',
      'Verifying manifest: Verifying manifest',
      'Resolving package dependencies: Resolving package dependencies',
      'Creating new packages: tool/p1',
      'Creating new jobs: web/j1',
      'Release has been created: demo/1.0',
    ]);
    const blobs = await blobFiles();
    expect(blobs).toHaveLength(2);
    const again = await director.task(await upload('/releases', await readFile(file)));
    expect(again.state).toBe('done');
    expect(again.events.map((event) => event.stage)).toContain('Processing 1 existing package');
    expect(await blobFiles()).toEqual(blobs);
    expect((await director.as('/releases')).json()).toEqual([
      {
        name: 'demo',
        release_versions: [
          { version: '1.0', commit_hash: 'abc', uncommitted_changes: false, currently_deployed: false, job_names: ['web'] },
        ],
      },
    ]);
    expect((await director.as('/releases/demo?version=1.0')).json()).toMatchObject({
      packages: [{ name: 'tool', fingerprint: 'p1', compiled_packages: [] }],
      jobs: [{ name: 'web' }],
    });
    const manifest =
      'name: demo\nversion: "2"\npackages:\n- {name: tool, version: p1, fingerprint: p1, sha1: x}\n- {name: n, version: p2, fingerprint: p2, sha1: x}\n';
    expect((await director.as('/packages/matches', { method: 'POST', headers: yaml, body: manifest })).json()).toEqual(['p1']);
    expect(await director.task(await director.as('/releases/demo?version=1.0', { method: 'DELETE' }))).toMatchObject({
      state: 'done',
      result: '/release/demo',
    });
    expect((await director.as('/releases')).json()).toEqual([]);
    expect(await blobFiles()).toEqual([]);
    expect((await director.as('/releases/demo', { method: 'DELETE' })).json()).toMatchObject({ code: 30005 });
  });

  it('leave nothing behind when they are damaged, wrong or another', async () => {
    const file = join(director.dir, 'damaged.tgz');
    await makeRelease(file, director.dir);
    const bytes = await readFile(file);
    const cut = await director.task(await upload('/releases', bytes.subarray(0, bytes.length - 200)));
    expect(cut).toMatchObject({ state: 'error' });
    expect(cut.events.at(-1)).toMatchObject({ error: { code: 30002 } });
    const wrong = await director.task(await upload('/releases', bytes, `sha1=${'0'.repeat(40)}`));
    expect(wrong.events.at(-1)).toMatchObject({ error: { code: 30015 } });
    await director.task(await upload('/releases', bytes));
    const before = await blobFiles();
    await makeRelease(file, director.dir, { commit: 'def', text: 'b' });
    const other = await director.task(await upload('/releases', await readFile(file)));
    expect(other.events.at(-1)).toMatchObject({ error: { code: 30014 } });
    expect(await blobFiles()).toEqual(before);
    expect(await readdir(join(director.dir, 'state', 'uploads'))).toEqual([]);
    expect(await readdir(join(director.dir, 'state', 'tmp'))).toEqual([]);
  });

  it('come from a URL, whose certificate the configured CA signed', async () => {
    const file = join(director.dir, 'remote.tgz');
    await makeRelease(file, director.dir);
    const bytes = await readFile(file);
    const [cert, key] = await Promise.all([readFile(join(director.dir, 'tls.pem')), readFile(join(director.dir, 'tls.key'))]);
    const site = createServer({ cert, key }, (request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/demo.tgz' }).end();
      else if (request.url === '/demo.tgz') response.end(bytes);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => site.listen(0, '::1', resolve));
    const origin = `https://[::1]:${(site.address() as AddressInfo).port}`;
    const from = (value: object): ReturnType<DirectorFixture['as']> =>
      director.as('/releases', { method: 'POST', headers: json, body: JSON.stringify(value) });
    const task = await director.task(await from({ location: `${origin}/moved` }));
    expect(task.state).toBe('done');
    expect(task.events[0]).toMatchObject({ stage: 'Downloading remote release', task: 'Downloading remote release' });
    const none = await director.task(await from({ location: `${origin}/none` }));
    expect(none.events.at(-1)).toMatchObject({ error: { code: 100002 } });
    const digest = await director.task(await from({ location: `${origin}/demo.tgz`, sha1: `sha256:${'0'.repeat(64)}` }));
    expect(digest.events.at(-1)).toMatchObject({ error: { code: 30015 } });
    site.close();
  });
});

describe('stemcells', () => {
  const make = async (format: string): Promise<Buffer> => {
    const dir = await mkdtempIn(director.dir);
    await writeFile(join(dir, 'image'), 'image');
    const manifest = `name: tiny\nversion: "1.0"\nsha1: ${'0'.repeat(40)}\noperating_system: tiny-os\napi_version: 3\nstemcell_formats: [${format}]\ncloud_properties: {}\n`;
    await writeArchive(join(dir, 's.tgz'), [
      { path: 'stemcell.MF', text: manifest },
      { path: 'image', file: join(dir, 'image') },
    ]);
    return readFile(join(dir, 's.tgz'));
  };
  const needed = async (): Promise<unknown> =>
    (
      await director.as('/stemcell_uploads', { method: 'POST', headers: json, body: '{"stemcell":{"name":"tiny","version":"1.0"}}' })
    ).json();

  it('go to the CPI once, and are listed', async () => {
    expect(await needed()).toEqual({ needed: true });
    const bytes = await make('test-light');
    const task = await director.task(await upload('/stemcells', bytes));
    expect(task).toMatchObject({ state: 'done', result: '/stemcells/tiny/1.0' });
    expect(task.events.at(-1)).toMatchObject({
      stage: 'Update stemcell',
      task: 'Save stemcell tiny/1.0 (sc-1)',
      total: 5,
      state: 'finished',
    });
    const again = await director.task(await upload('/stemcells', bytes));
    expect(again.events.at(-1)).toMatchObject({ task: 'Save stemcell tiny/1.0 (sc-1) (already exists, skipped)' });
    expect(director.stemcells.size).toBe(1);
    expect(await needed()).toEqual({ needed: false });
    expect((await director.as('/stemcells')).json()).toEqual([
      { name: 'tiny', operating_system: 'tiny-os', version: '1.0', cid: 'sc-1', cpi: '', deployments: [], api_version: 3, id: 1 },
    ]);
    expect(await director.task(await director.as('/stemcells/tiny/1.0', { method: 'DELETE' }))).toMatchObject({ state: 'done' });
    expect(director.stemcells.size).toBe(0);
    const gone = await director.task(await director.as('/stemcells/tiny/1.0', { method: 'DELETE' }));
    expect(gone.events.at(-1)).toMatchObject({ error: { code: 50003 } });
  });

  it('of a format that no CPI takes are refused', async () => {
    const task = await director.task(await upload('/stemcells', await make('vsphere-ova')));
    expect(task.events.at(-1)).toMatchObject({ error: { code: 50008 } });
  });
});

describe('tasks', () => {
  it('are told with their output from any byte on', async () => {
    const [task] = (await director.as('/tasks?verbose=2&limit=1')).json() as { id: number }[];
    const path = `/tasks/${task?.id}/output?type=event`;
    const whole = await director.as(path);
    const size = whole.bytes.length;
    const part = await director.as(path, { headers: { range: 'bytes=10-' } });
    expect(part).toMatchObject({ status: 206, text: whole.text.slice(10) });
    expect(part.headers['content-range']).toBe(`bytes 10-${size - 1}/${size}`);
    const beyond = await director.as(path, { headers: { range: `bytes=${size}-` } });
    expect(beyond.status).toBe(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${size}`);
    expect(await director.as(`/tasks/${task?.id}/output?type=result`, { headers: { range: 'bytes=0-' } })).toMatchObject({
      status: 200,
      text: '',
    });
    expect(await director.as('/tasks/4711')).toMatchObject({ status: 404, text: expect.stringContaining('"code":10000') });
    expect(await director.as(`/task/${task?.id}`, { method: 'DELETE' })).toMatchObject({
      status: 400,
      text: expect.stringMatching(/^task \d+ cannot be cancelled/),
    });
  });
});

describe('deployments', () => {
  const post = (path: string, body: string): ReturnType<DirectorFixture['as']> =>
    director.as(path, { method: 'POST', headers: yaml, body });

  it('are diffed against nothing, with the configs of now as context', async () => {
    const answer = (
      await post('/deployments/web/diff?redact=true', 'name: web\nstemcells: []\ninstance_groups:\n- name: a\n  properties: {pw: x}\n')
    ).json() as { diff: string[][]; context: object };
    expect(answer.context).toEqual({ cloud_config_ids: [2], runtime_config_ids: [] });
    expect(answer.diff).toContainEqual(['  properties:', 'added']);
    expect(answer.diff).toContainEqual(['    pw: <redacted>', 'added']);
    const unreadable = await post('/deployments/web/diff', 'a: [');
    expect(unreadable).toMatchObject({ status: 200 });
    expect(unreadable.json()).toMatchObject({ diff: [], error: expect.any(String) });
  });

  it('are refused before a task exists where the manifest is none', async () => {
    expect((await post('/deployments', 'a: [')).json()).toMatchObject({ code: 440001 });
    expect((await post('/deployments', 'releases: []')).json()).toMatchObject({ code: 40001, details: { where: { pointer: '/name' } } });
    expect((await post('/deployments?context=%7B%22cloud_config_ids%22%3A%5B99%5D%7D', 'name: web')).json()).toMatchObject({
      code: 190025,
    });
    expect(await director.as('/deployments/none', { method: 'DELETE' })).toMatchObject({
      status: 404,
      text: expect.stringContaining('"code":70000'),
    });
    expect(await director.as('/deployments/none/instances?format=full')).toMatchObject({ status: 404 });
    expect((await director.as('/deployments')).json()).toEqual([]);
    const task = await director.task(await post('/deployments', 'name: web'));
    expect(task).toMatchObject({ state: 'error', deployment: 'web', description: 'create deployment' });
  });
});

describe('blobs', () => {
  it('are had by a signed URL, and by it only', async () => {
    const { port } = director.director ?? {};
    const log = await readFile(join(director.dir, 'state', 'director.log'), 'utf8');
    expect(log).toContain('"msg":"ready"');
    expect(log).not.toContain('let me in');
    expect(await director.ask('/signed/abcd?verb=GET&expires=9999999999&signature=x')).toMatchObject({ status: 403 });
    expect(await director.as('/resources/abcd')).toMatchObject({ status: 404, text: expect.stringContaining('"code":100002') });
    expect(port).toBeGreaterThan(0);
  });
});

describe('a Director that was killed', () => {
  it('takes an uploaded release again at its next start', async () => {
    const file = join(director.dir, 'again.tgz');
    await makeRelease(file, director.dir);
    await director.director?.close();
    const uploaded = join(director.dir, 'state', 'uploads', 'left-over');
    await writeFile(uploaded, await readFile(file));
    const nobodys = join(director.dir, 'state', 'uploads', 'nobodys');
    await writeFile(nobodys, '');
    // Of one of today another Director of the same database may be the owner.
    await utimes(nobodys, 1, 1);
    const store = await openStore(director.config.database, realWorld());
    const row = await store.write((tx) =>
      tx.tasks.insert({
        type: 'update_release',
        state: 'processing',
        description: 'create release',
        result: null,
        user: 'admin',
        deployment: null,
        contextId: '',
        payload: { path: uploaded },
        createdAt: 1,
        startedAt: 1,
        finishedAt: null,
        leaseOwner: 'the dead one',
        leaseUntil: 2,
      }),
    );
    await store.close();
    await director.open();
    const ended = async (): Promise<unknown> => (await director.as(`/tasks/${row.id}`)).json();
    await expect.poll(ended).toMatchObject({ state: 'done', result: "Created release 'demo/1.0'" });
    expect(await readdir(join(director.dir, 'state', 'uploads'))).toEqual([]);
  });
});
