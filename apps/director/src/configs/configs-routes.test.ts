import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from '../director-fixture.test.suite.js';

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
});
afterAll(() => director.close());

const html = 'text/html;charset=utf-8';
const json = (path: string, value: unknown, method = 'POST'): Promise<Answer> =>
  director.as(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
const yaml = (path: string, body: string): Promise<Answer> =>
  director.as(path, { method: 'POST', headers: { 'content-type': 'text/yaml' }, body });
const lastEvent = async (): Promise<unknown> => ((await director.as('/events')).json() as unknown[])[0];

describe('/configs', () => {
  it('tells one by its id, until that is deleted', async () => {
    const stored = await json('/configs', { type: 'resurrection', name: 'a', content: 'rules: []\n' });
    expect(stored).toMatchObject({ status: 201, headers: { 'content-type': html } });
    const { id } = stored.json() as { id: string };
    const one = await director.as(`/configs/${id}`);
    expect(one).toMatchObject({ status: 200, text: stored.text });
    expect(one.json()).toMatchObject({ id, current: true, team: null });
    await json('/configs', { type: 'resurrection', name: 'a', content: 'rules: [x]\n' });
    expect((await director.as(`/configs/${id}`)).json()).toMatchObject({ current: false });
    expect(await director.as(`/configs/${id}`, { method: 'DELETE' })).toMatchObject({ status: 204, text: '' });
    for (const gone of [id, '0', '99999999999999999999', 'x'])
      for (const method of ['GET', 'DELETE'])
        expect(await director.as(`/configs/${gone}`, { method })).toMatchObject({
          status: 404,
          headers: { 'content-type': html },
          text: expect.stringMatching(/^\{"code":440012,"description":/),
        });
  });

  it('compares two sides, each an id or a content, also where the other key is empty', async () => {
    const { id } = (await json('/configs', { type: 'x', name: 'sides', content: 'a: 1\n' })).json() as { id: string };
    const between = async (from: object, to: object): Promise<unknown> => (await json('/configs/diff', { from, to })).json();
    const changed = {
      diff: [
        ['a: 1', 'removed'],
        ['a: 2', 'added'],
      ],
    };
    expect(await between({ id, content: '' }, { id: '', content: 'a: 2' })).toEqual(changed);
    expect(await between({ content: 'a: 1' }, { content: 'a: 2' })).toEqual(changed);
    expect(await between({ content: 'a: 1' }, { id })).toEqual({ diff: [] });
    expect(await json('/configs/diff', { from: { id: '4711' }, to: { id } })).toMatchObject({
      status: 404,
      text: expect.stringContaining('"code":440012'),
    });
    expect(await json('/configs/diff', { from: { id } })).toMatchObject({ status: 400, text: expect.stringContaining('"code":440010') });
    expect(await json('/configs/diff', { from: {}, to: { id } })).toMatchObject({
      status: 400,
      text: expect.stringContaining('"code":440010'),
    });
  });

  it('tells a content that it cannot compare as no lines and an error', async () => {
    for (const content of ['a: [', '- a', '']) {
      const answer = await json('/configs/diff', { type: 'x', name: 'y', content });
      expect(answer).toMatchObject({ status: 400, headers: { 'content-type': html } });
      expect(answer.json()).toMatchObject({ diff: [], error: expect.stringMatching(/^Unable to diff config content: /) });
    }
  });

  it('refuses what another has changed meanwhile, and names both ids', async () => {
    const wish = { type: 'x', name: 'lock', content: 'a: 1' };
    const { id } = (await json('/configs', { ...wish, expected_latest_id: '0' })).json() as { id: string };
    const lost = await json('/configs', { ...wish, content: 'a: 2', expected_latest_id: '0' });
    expect(lost).toMatchObject({ status: 412, headers: { 'content-type': html } });
    expect(Object.keys(lost.json() as object)).toEqual(['latest_id', 'expected_latest_id', 'description']);
    expect(lost.json()).toMatchObject({ latest_id: id, expected_latest_id: '0' });
  });

  it('records what was stored, and what could not be', async () => {
    await json('/configs', { type: 'x', name: 'told', content: 'a: 1' });
    expect(await lastEvent()).toMatchObject({ user: 'admin', action: 'create', object_type: 'config/x', object_name: 'told', context: {} });
    await json('/configs', { type: 'x', name: 'told', content: '- a' });
    expect(await lastEvent()).toMatchObject({ action: 'create', object_name: 'told', error: expect.stringContaining('map') });
  });
});

describe('the older routes', () => {
  it('store a cloud config, `default` where the name is empty, newest first', async () => {
    expect(await yaml('/cloud_configs?name=', 'azs: []\n')).toMatchObject({ status: 201, text: '' });
    expect(await lastEvent()).toMatchObject({ action: 'update', object_type: 'cloud-config', object_name: 'default' });
    await yaml('/cloud_configs', 'azs: []\n');
    await yaml('/cloud_configs', 'azs: [{name: z1}]\n');
    await yaml('/cloud_configs?name=other', 'vm_types: []\n');
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/);
    expect((await director.as('/cloud_configs?limit=9')).json()).toEqual([
      { properties: 'azs: [{name: z1}]\n', created_at: time },
      { properties: 'azs: []\n', created_at: time },
    ]);
    expect((await director.as('/cloud_configs?limit=1&name=other')).json()).toMatchObject([{ properties: 'vm_types: []\n' }]);
    expect((await director.as('/configs?type=cloud')).json()).toHaveLength(2);
  });

  it('want a limit', async () => {
    for (const path of ['/cloud_configs', '/runtime_configs', '/cpi_configs']) {
      expect(await director.as(path)).toMatchObject({
        status: 400,
        text: "the query parameter 'limit' is missing: say how many configs are wanted",
      });
      expect(await director.as(`${path}?limit=x`)).toMatchObject({
        status: 400,
        text: "the query parameter 'limit' is 'x', not a whole number from 1 on",
      });
      expect(await director.as(`${path}?limit=1&name=none`)).toMatchObject({ status: 200, text: '[]' });
    }
  });

  it('compare with what is there, hiding secrets unless told', async () => {
    const secret = 'vm_extensions: [{name: a, properties: {pw: open}}]\n';
    expect((await yaml('/cloud_configs/diff?name=fresh', secret)).text).toContain('pw: open');
    expect((await yaml('/runtime_configs/diff', secret)).text).toContain('pw: <redacted>');
    expect((await yaml('/cpi_configs/diff?redact=false', secret)).text).toContain('pw: open');
    expect(await yaml('/cloud_configs/diff', 'azs: [{name: z1}]\n')).toMatchObject({ status: 200, text: '{"diff":[]}' });
  });

  it('refuse what is no map, and CPIs of one name', async () => {
    for (const path of ['/cloud_configs', '/cloud_configs/diff', '/cpi_configs', '/cpi_configs/diff', '/runtime_configs/diff'])
      for (const body of ['', '- a', 'a: [']) expect((await yaml(path, body)).json(), `${path} ${body}`).toMatchObject({ code: 440001 });
    const twice = 'cpis:\n- {name: a, type: local}\n- {name: a, type: local}\n';
    expect(await yaml('/cpi_configs', twice)).toMatchObject({ status: 400, text: expect.stringContaining('"code":550000') });
    expect(await lastEvent()).toMatchObject({ action: 'update', object_type: 'cpi-config', error: expect.any(String) });
    expect(await director.as('/cloud_configs', { method: 'POST', body: 'azs: []' })).toMatchObject({
      status: 404,
      text: "Endpoint '/cloud_configs' not found.",
    });
  });

  it('keep a runtime config, versions that are numbers as texts', async () => {
    const kept = async (content: string): Promise<unknown> => {
      expect(await yaml('/runtime_configs?name=r', content)).toMatchObject({ status: 201, text: '' });
      expect(await lastEvent()).toMatchObject({ action: 'update', object_type: 'runtime-config', object_name: 'r' });
      return ((await director.as('/runtime_configs?limit=1&name=r')).json() as { properties: string }[])[0]?.properties;
    };
    const written = "# ours\nreleases: [{name: a, version: '1'}]\n";
    expect(await kept(written)).toBe(written);
    const anew = await kept('# ours\nreleases: [{name: a, version: 1.0}, {name: b, version: 1.10}]\n');
    expect(anew).toMatch(/version: ['"]1\.0['"][\s\S]*version: ['"]1\.10['"]/);
    await json('/configs', { type: 'runtime', name: 'r', content: anew });
    const all = (await director.as('/configs?type=runtime&name=r&latest=false')).json() as unknown[];
    expect(all).toHaveLength(2);
    const addons = (deployment: string): string => `addons: [{name: ${deployment}, jobs: [], include: {deployments: [${deployment}]}}]\n`;
    await yaml('/runtime_configs?name=r', addons('web'));
    await yaml('/runtime_configs?name=s', addons('other'));
    const diff = (await yaml('/deployments/web/diff', 'name: web\naddons: [{name: own}]\n')).json() as { context: object; diff: unknown[] };
    expect(diff.context).toMatchObject({ runtime_config_ids: [expect.any(Number), expect.any(Number)] });
    expect(diff.diff.slice(diff.diff.findIndex((line) => String(line).startsWith('addons')))).toEqual([
      ['addons:', 'added'],
      ['- name: own', 'added'],
      ['- name: web', 'added'],
      ['  jobs: []', 'added'],
      ['  include:', 'added'],
      ['    deployments:', 'added'],
      ['    - web', 'added'],
    ]);
    await director.as('/configs?type=runtime&name=s', { method: 'DELETE' });
    expect(await director.as('/configs?type=runtime&name=r', { method: 'DELETE' })).toMatchObject({ status: 204 });
  });
});
