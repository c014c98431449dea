import { realWorld } from '@bosh6/base';
import type { Config, Deployment, Task } from '@bosh6/director-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Asked, DirectorFixture } from '../director-fixture.test.suite.js';
import { openStore } from '../persistence/open-store.js';

const scopes = {
  alice: ['bosh.teams.a.admin'],
  ann: ['bosh.teams.a.read'],
  bob: ['bosh.teams.b.admin'],
  both: ['bosh.teams.b.admin', 'bosh.teams.a.admin'],
  reader: ['bosh.read'],
  admin: ['bosh.admin'],
};
type Who = keyof typeof scopes;
const everybody = Object.keys(scopes) as Who[];
const tokens = new Map<Who, string>();
let director: DirectorFixture;

beforeAll(async () => {
  const users = everybody.map((name) => ({ name, passwordFile: 'password', scopes: scopes[name] }));
  director = await DirectorFixture.start({ users });
  for (const username of everybody) {
    const token = (await director.logIn({ grant_type: 'password', username, password: 'let me in' })).json();
    tokens.set(username, (token as { access_token: string }).access_token);
  }
  const store = await openStore(director.config.database, realWorld());
  await store.write(async (tx) => {
    for (const teams of [['a'], ['b'], ['a', 'b'], []]) {
      const none = { runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [], cloudConfigIds: [1] };
      const { id } = await tx.deployments.insert({ name: `of-${teams.join('-')}`, manifestText: 'name: x', teams, ...none });
      await tx.variables.insert({ deploymentId: id, name: '/pw', type: 'password', value: 'secret', createdAt: 1 });
    }
    await tx.configs.insert({ type: 'cloud', name: 'used', content: '{}', deleted: false, createdAt: 1 });
  });
  await store.close();
});
afterAll(() => director.close());

const ask = (who: Who, path: string, asked: Asked = {}): Promise<Answer> =>
  director.ask(path, { ...asked, headers: { ...asked.headers, authorization: `bearer ${tokens.get(who)}` } });
const send = (who: Who, method: string, path: string, body: string | object): Promise<Answer> => {
  const isText = typeof body === 'string';
  const headers = { 'content-type': isText ? 'text/yaml' : 'application/json' };
  return ask(who, path, { method, headers, body: isText ? body : JSON.stringify(body) });
};
const refused = { status: 401, text: expect.stringMatching(/^\{"code":600000,/) };
/** Who gets which of them. */
async function seen<T>(path: string, name: (row: T) => string, rows = (answer: Answer) => answer.json() as T[]): Promise<object> {
  const lists = everybody.map(async (who) => {
    const answer = await ask(who, path);
    return [who, answer.status === 200 ? rows(answer).map(name).join(' ') : answer.status];
  });
  return Object.fromEntries(await Promise.all(lists));
}

describe('deployments', () => {
  const all = 'of- of-a of-a-b of-b';
  const ofDeployments = { alice: 'of-a of-a-b', bob: 'of-a-b of-b', both: 'of-a of-a-b of-b', reader: all, admin: all, ann: 401 };

  it('are listed to those of their teams', async () => {
    expect(await seen<Deployment>('/deployments', ({ name }) => name)).toEqual(ofDeployments);
    const listed = (await ask('bob', '/deployments')).json() as Deployment[];
    expect(listed.map(({ teams }) => teams)).toEqual([['a', 'b'], ['b']]);
    const names = all.split(' ').map((name) => `deployment[]=${name}`);
    const configs = await seen<{ deployment: string }>(`/deployment_configs?${names.join('&')}`, ({ deployment }) => deployment);
    expect(configs).toEqual({
      ...ofDeployments,
      reader: 'of-a of-b of-a-b of-',
      admin: 'of-a of-b of-a-b of-',
      alice: 'of-a of-a-b',
      bob: 'of-b of-a-b',
      both: 'of-a of-b of-a-b',
    });
    const variables = await seen<{ name: string }>(
      '/deployed_variables/%2Fpw',
      ({ name }) => name,
      (answer) => (answer.json() as { deployments: { name: string }[] }).deployments,
    );
    expect(variables).toEqual(ofDeployments);
  });

  it.each<[path: string, allowed: Who[]]>([
    ['/deployments/of-a/vms', ['alice', 'ann', 'both', 'reader', 'admin']],
    ['/deployments/of-b/instances', ['bob', 'both', 'reader', 'admin']],
    ['/deployments/of-a-b', ['alice', 'ann', 'bob', 'both', 'reader', 'admin']],
    ['/deployments/of-', ['reader', 'admin']],
    ['/deployments/of-a/variables', ['alice', 'both', 'admin']],
    ['/deployments/of-/variables', ['admin']],
  ])('let see %s to those of their teams', async (path, allowed) => {
    for (const who of everybody)
      expect([who, await ask(who, path)]).toMatchObject([who, allowed.includes(who) ? { status: 200 } : refused]);
  });

  it('that are not there are not there for anybody', async () => {
    for (const who of everybody)
      expect(await ask(who, '/deployments/none/vms')).toMatchObject({ status: 404, text: expect.stringContaining('70000') });
    expect(await director.ask('/deployments/none/vms')).toMatchObject({ status: 401 });
  });

  it('are changed and diffed by admins of their teams alone', async () => {
    for (const who of ['bob', 'ann', 'reader'] as const) {
      expect(await send(who, 'POST', '/deployments', 'name: of-a\n')).toMatchObject(refused);
      expect(await send(who, 'POST', '/deployments/of-a/diff', 'name: of-a\n')).toMatchObject(refused);
      expect(await ask(who, '/deployments/of-a', { method: 'DELETE' })).toMatchObject(refused);
    }
    expect(await send('alice', 'POST', '/deployments/of-a/diff', 'name: of-a\n')).toMatchObject({ status: 200 });
    expect(await send('bob', 'POST', '/deployments/new/diff', 'name: new\n')).toMatchObject({ status: 200 });
  });
});

describe('tasks', () => {
  it('are those of the teams of their deployment, or of who makes it', async () => {
    const start = async (who: Who, name: string): Promise<string> => {
      const answer = await send(who, 'POST', '/deployments', `name: ${name}\n`);
      expect(answer.status).toBe(302);
      await director.task(answer);
      return new URL(answer.headers.location ?? '').pathname;
    };
    const ofAlice = await start('alice', 'new-of-alice');
    const ofAdmin = await start('admin', 'new-of-admin');
    const ofB = await start('admin', 'of-b');
    const ids = (paths: string[]): string => paths.map((path) => path.replace('/tasks/', '')).join(' ');
    const all = ids([ofB, ofAdmin, ofAlice]);
    const expected = { alice: ids([ofAlice]), bob: ids([ofB]), both: ids([ofB, ofAlice]), reader: all, admin: all, ann: 401 };
    expect(await seen<Task>('/tasks', ({ id }) => String(id))).toEqual(expected);
    expect(await seen<Task>('/tasks?limit=1', ({ id }) => String(id))).toMatchObject({
      alice: ids([ofAlice]),
      bob: ids([ofB]),
      admin: ids([ofB]),
    });

    for (const who of ['alice', 'both', 'reader', 'admin'] as const) expect(await ask(who, ofAlice)).toMatchObject({ status: 200 });
    for (const who of ['bob', 'ann'] as const) expect(await ask(who, ofAlice)).toMatchObject(refused);
    for (const who of ['alice', 'ann', 'reader'] as const)
      expect(await ask(who, `${ofAlice}/output?type=event`)).toMatchObject({ status: 200 });
    for (const who of ['alice', 'admin'] as const) expect(await ask(who, `${ofAlice}/output?type=debug`)).toMatchObject({ status: 200 });
    for (const who of ['ann', 'bob', 'reader'] as const) expect(await ask(who, `${ofAlice}/output?type=debug`)).toMatchObject(refused);
    for (const who of ['alice', 'reader'] as const)
      expect(await ask(who, ofAlice.replace('tasks', 'task'), { method: 'DELETE' })).toMatchObject(refused);
    expect(await ask('bob', '/tasks/9999')).toMatchObject({ status: 404, text: expect.stringContaining('10000') });
  });
});

describe('configs', () => {
  const store = (who: Who, name: string, content = 'azs: []\n'): Promise<Answer> =>
    send(who, 'POST', '/configs', { type: 'cloud', name, content });
  const teamOf = (answer: Answer): string | null => (answer.json() as Config).team;

  it('are of the first team of who makes them, and stay so', async () => {
    expect(teamOf(await store('alice', 'of-a'))).toBe('a');
    expect(teamOf(await store('both', 'of-b'))).toBe('b');
    expect(teamOf(await store('admin', 'of-all'))).toBeNull();
    expect(teamOf(await store('admin', 'of-a', 'azs: [{name: z1}]\n'))).toBe('a');
    expect(await send('alice', 'POST', '/configs', { type: 'cpi', name: 'x', content: 'cpis: []\n' })).toMatchObject(refused);
    for (const who of ['ann', 'reader'] as const) expect(await store(who, 'x')).toMatchObject(refused);
  });

  it('are listed to their team', async () => {
    const expected = {
      alice: 'of-a',
      ann: 'of-a',
      bob: 'of-b',
      both: 'of-a of-b',
      reader: 'of-a of-all of-b used',
      admin: 'of-a of-all of-b used',
    };
    expect(await seen<Config>('/configs?type=cloud', ({ name }) => name)).toEqual(expected);
  });

  it('are changed, diffed and deleted by admins of their team alone', async () => {
    const [ofA] = (await ask('alice', '/configs?name=of-a')).json() as Config[];
    const content = 'azs: []\n';
    const wishes = [
      (who: Who) => store(who, 'of-a', 'azs: [{name: z2}]\n'),
      (who: Who) => send(who, 'POST', '/configs/diff', { type: 'cloud', name: 'of-a', content }),
      (who: Who) => send(who, 'POST', '/configs/diff', { from: { id: ofA?.id, content: '' }, to: { id: '', content } }),
      (who: Who) => ask(who, '/configs?type=cloud&name=of-a', { method: 'DELETE' }),
      (who: Who) => ask(who, `/configs/${ofA?.id}`, { method: 'DELETE' }),
    ];
    for (const wish of wishes) for (const who of ['bob', 'ann', 'reader'] as const) expect(await wish(who)).toMatchObject(refused);
    for (const wish of wishes.slice(0, 4)) expect((await wish('alice')).status).toBeLessThan(300);
    expect(await seen<Config>('/configs?name=of-a', ({ name }) => name)).toMatchObject({ alice: '', admin: '' });
    expect(teamOf(await store('bob', 'of-a'))).toBe('b');
  });

  it('of others are unknown to a deploy, and not what it is diffed against', async () => {
    const [ofB, ofAll] = ((await ask('admin', '/configs?type=cloud')).json() as Config[])
      .filter(({ name }) => ['of-b', 'of-all'].includes(name))
      .reverse();
    const diff = await send('alice', 'POST', '/deployments/fresh/diff', 'name: fresh\n');
    const { context } = diff.json() as { context: { cloud_config_ids: number[] } };
    expect(context.cloud_config_ids).toContain(Number(ofAll?.id));
    expect(context.cloud_config_ids).not.toContain(Number(ofB?.id));
    const foreign = encodeURIComponent(JSON.stringify({ cloud_config_ids: [Number(ofB?.id)], runtime_config_ids: [] }));
    expect(await send('alice', 'POST', `/deployments?context=${foreign}`, 'name: fresh\n')).toMatchObject({
      status: 400,
      text: expect.stringContaining('190025'),
    });
  });
});
