import type { DeploymentPlan } from '@bosh6/director-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTools } from '../../engine/scope.js';
import { cloudConfig, type Harness, manifest, startHarness } from '../harness.test.support.js';
import { previewDeploy } from './preview-deploy.js';
import { Previews } from './previews.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const plan = (text: string, options: object = {}, showSecrets = false): Promise<DeploymentPlan> =>
  previewDeploy(
    createTools(h.collaborators),
    { deployment: 'nginx', manifestText: text, ...options },
    {
      user: 'admin',
      showSecrets,
      signal: new AbortController().signal,
    },
  );
const errorOf = async (task: Parameters<Harness['output']>[0]): Promise<{ message: string; details: { code: string } }> =>
  JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}').error;
const two = manifest.replace('nginx_conf: one', 'nginx_conf: two');
const moved = manifest.replace('[10.0.9.165]', '[10.0.9.164]');

test('of nothing: what is made, where, and what is compiled for it; nothing of it happens', async () => {
  const { instances, compile, is_noop } = await plan(manifest);
  expect(is_noop).toBe(false);
  expect(compile).toEqual([
    { package: 'pcre/fp-pcre', stemcell: 'debian-bookworm/1.0' },
    { package: 'nginx/fp-nginx', stemcell: 'debian-bookworm/1.0' },
  ]);
  expect(instances).toMatchObject([
    {
      group: 'nginx',
      index: 0,
      az: 'z1',
      action: 'create',
      vm: 'create',
      disk: 'create',
      changes: [{ kind: 'new' }],
      addresses: [
        { network: 'default', address: '10.0.9.165', state: 'new' },
        { network: 'ipv6', address: '2601:646:100:69f1::165', state: 'new' },
      ],
    },
  ]);
  expect(await h.store.read.tasks.all()).toEqual([]);
  expect(await h.store.read.deployments.all()).toEqual([]);
  expect(h.cpi.vms.size).toBe(0);
});

test('of what is deployed: nothing; of a changed property: an update in place that names it, redacted unless asked', async () => {
  await h.deploy(manifest);
  expect(await plan(manifest)).toMatchObject({ is_noop: true, instances: [{ action: 'none', vm: 'keep', changes: [] }] });
  const [instance] = (await plan(two)).instances;
  expect(instance).toMatchObject({ action: 'update', vm: 'keep', disk: 'keep' });
  expect(instance?.changes).toEqual([
    {
      kind: 'configuration',
      reason: 'its rendered templates changed: nginx.nginx_conf',
      values: [{ name: 'nginx.nginx_conf', before: '<redacted>', after: '<redacted>' }],
    },
  ]);
  expect((await plan(two, {}, true)).instances[0]?.changes[0]?.values).toEqual([{ name: 'nginx.nginx_conf', before: 'one', after: 'two' }]);
});

test('of a changed address, of fewer instances, of a restart: what becomes of VM and disk, with the values', async () => {
  await h.deploy(manifest);
  const [instance] = (await plan(moved)).instances;
  expect(instance).toMatchObject({
    action: 'recreate',
    vm: 'replace',
    disk: 'keep',
    changes: [
      { reason: 'it gets 10.0.9.164 and loses 10.0.9.165', values: [{ name: 'default.ip', before: '10.0.9.165', after: '10.0.9.164' }] },
    ],
    addresses: expect.arrayContaining([{ network: 'default', address: '10.0.9.165', state: 'released' }]),
  });
  const none = manifest.replace('instances: 1', 'instances: 0').replaceAll(/, static_ips: [^\]]*\]/g, '');
  expect((await plan(none)).instances).toMatchObject([{ action: 'delete', vm: 'delete', disk: 'orphan' }]);
  expect((await plan(manifest, { stateChange: { group: 'nginx', state: 'restart' } })).instances).toMatchObject([{ action: 'restart' }]);
});

test('of one that rests: what waits until it is started, and which addresses its VM still has; a deploy leaves it so', async () => {
  await h.deploy(manifest);
  const bring = (state: string) => h.deploy(manifest, { stored: true, stateChange: { group: 'nginx', state } });
  const addressOf = ({ addresses }: DeploymentPlan['instances'][number], wanted: string) =>
    addresses.flatMap(({ address, state }) => (address === wanted ? [state] : []));
  for (const state of ['stopped', 'detached']) {
    await bring(state);
    expect(await plan(manifest)).toMatchObject({ is_noop: true });
    const { is_noop, instances } = await plan(two);
    expect(is_noop).toBe(false);
    expect(instances).toMatchObject([
      { action: 'wait', disk: 'keep', changes: [{ reason: 'its rendered templates changed: nginx.nginx_conf' }] },
    ]);
    const [elsewhere] = (await plan(moved)).instances;
    if (elsewhere === undefined) throw new Error('nothing was planned');
    expect(elsewhere).toMatchObject({ action: 'wait', vm: state === 'stopped' ? 'keep' : 'none' });
    expect(addressOf(elsewhere, '10.0.9.165')).toEqual([state === 'stopped' ? 'kept' : 'released']);
  }
  expect(await h.deploy(moved)).toMatchObject({ state: 'done' });
  const held = (await h.store.read.reservations.all()).map(({ first }) => Buffer.from(first).toString('hex').slice(-8));
  expect(held).toContain('0a0009a4');
  expect(held).not.toContain('0a0009a5');
  expect((await plan(moved)).instances).toMatchObject([{ action: 'wait' }]);
  expect(await h.deploy(moved, { stored: true, stateChange: { group: 'nginx', state: 'started' } })).toMatchObject({ state: 'done' });
  expect(await plan(moved)).toMatchObject({ is_noop: true });
});

test('a value that is still to be generated is unknown, and stays ungenerated', async () => {
  await h.deploy(manifest);
  const text = `${manifest.replace('nginx_conf: one', 'nginx_conf: ((secret))')}variables: [{name: secret, type: password}]\n`;
  const { generate, instances } = await plan(text, {}, true);
  expect(generate).toEqual(['secret']);
  expect(instances[0]?.changes[0]?.values).toEqual([{ name: 'nginx.nginx_conf', before: 'one', after: '((secret))', unknown: true }]);
  expect(await h.store.read.variables.all()).toEqual([]);
  await h.deploy(text);
  expect(await plan(text)).toMatchObject({ generate: [], is_noop: true });
});

test('of values that placeholders gave, told are the placeholders: new, generated, former, redacted or not', async () => {
  await h.deploy(manifest);
  const lb = 'vm_extensions: [{name: lb, cloud_properties: {password: ((/lb/pw)), port: 80, pool: a}}]\n';
  await h.setCloudConfig(`${cloudConfig.replace('cloud_properties: {name: VM Network}', 'cloud_properties: {key: ((/lb/pw))}')}${lb}`);
  const variables = 'variables: [{name: /lb/pw, type: password}, {name: /other/secret, type: password}]\n';
  const tagged = manifest.replace('  vm_type: small\n', '  vm_type: small\n  vm_extensions: [lb]\n');
  const text = `${tagged}${variables}tags: {x: ((/other/secret)), y: plain}\n`;
  const valuesOf = async (of: string) => {
    const plans = [await plan(of, {}, true), await plan(of)];
    const rows = await h.store.read.variables.all();
    for (const { value } of rows) expect(JSON.stringify(plans)).not.toContain(value);
    return plans.map(({ instances }) => instances[0]?.changes.flatMap(({ values }) => values));
  };
  const told = [
    { name: 'password', after: '((/lb/pw))', unknown: true },
    { name: 'pool', after: 'a' },
    { name: 'port', after: 80 },
    { name: 'default.cloud_properties', before: { name: 'VM Network' }, after: { key: '((/lb/pw))' }, unknown: true },
    { name: 'x', after: '((/other/secret))', unknown: true },
    { name: 'y', after: 'plain' },
  ];
  expect(await valuesOf(text)).toEqual([told, told]);
  expect(await h.deploy(text)).toMatchObject({ state: 'done' });
  expect(await h.store.read.variables.all()).toHaveLength(2);
  const embedded = text.replace('x: ((/other/secret))', 'x: "a((/other/secret))"');
  const [changed] = await valuesOf(embedded);
  expect(changed).toEqual([{ name: 'x', before: '<redacted>', after: 'a((/other/secret))' }]);
  await h.setCloudConfig(cloudConfig);
  const [without] = await valuesOf(manifest);
  expect(without).toEqual(
    expect.arrayContaining([
      { name: 'password', before: '<redacted>' },
      { name: 'port', before: 80 },
      { name: 'default.cloud_properties', before: { key: '<redacted>' }, after: { name: 'VM Network' } },
      { name: 'x', before: '<redacted>' },
    ]),
  );
});

test('ends, at the latest before it decides, when nobody waits for it any more', async () => {
  const gone = new AbortController();
  const reason = new Error('gone');
  const { renderer } = h.collaborators;
  const render: typeof renderer.render = (...args) => {
    gone.abort(reason);
    return renderer.render(...args);
  };
  const tools = createTools({ ...h.collaborators, renderer: { ...renderer, render } });
  const asked = { deployment: 'nginx', manifestText: manifest };
  await expect(previewDeploy(tools, asked, { user: 'admin', showSecrets: false, signal: gone.signal })).rejects.toBe(reason);
});

test('those that are being made end with the Director', async () => {
  const previews = new Previews();
  const { renderer } = h.collaborators;
  const render: typeof renderer.render = (...args) => {
    previews.close();
    return renderer.render(...args);
  };
  previews.open({ ...h.collaborators, renderer: { ...renderer, render } });
  const asked = { deployment: 'nginx', manifestText: manifest };
  const ask = () => previews.plan(asked, { user: 'admin', showSecrets: false, signal: new AbortController().signal });
  await expect(ask()).rejects.toMatchObject({ code: 'PlanGivenUp' });
  await expect(ask()).rejects.toMatchObject({ code: 'PlanGivenUp' });
});

test('a deploy of a plan makes the very instances that it told', async () => {
  const scaled = manifest.replace('instances: 1', 'instances: 2').replaceAll(/, static_ips: [^\]]*\]/g, '');
  const { id, instances } = await plan(scaled);
  expect(await h.deploy(scaled, { plan: id })).toMatchObject({ state: 'done' });
  const rows = await h.store.read.instances.all();
  expect(rows.map(({ uuid }) => uuid).sort()).toEqual(instances.map(({ id: uuid }) => uuid).sort());
  expect(new Set(rows.map(({ uuid }) => uuid)).size).toBe(2);
});

test('a plan is of no use once anything that it was made from has changed, and the refusal says what', async () => {
  await h.deploy(manifest);
  const { id } = await plan(two);
  const refused = async (text: string, options: object = {}): Promise<string> => {
    const task = await h.deploy(text, { plan: id, ...options });
    expect(task.state).toBe('error');
    const { message, details } = await errorOf(task);
    expect(details.code).toBe('PlanOutdated');
    return message;
  };
  expect(await refused(moved)).toMatch(/changed: the manifest$/);
  expect(await refused(two, { recreate: true })).toMatch(/changed: the options$/);
  expect((await plan(manifest)).instances[0]?.action).toBe('none');
  await h.deploy(moved);
  expect(await refused(two)).toMatch(/changed: the instances, their VMs and disks$/);
  await h.setCloudConfig((await h.store.read.configs.all({ type: 'cloud' }))[0]?.content ?? '');
  expect(await refused(two)).toContain('the cloud and runtime configs');
  expect((await plan(two)).instances[0]?.action).toBe('recreate');
});

test('a first deploy whose plan is outdated leaves nothing', async () => {
  const text = `${manifest}variables: [{name: secret, type: password}]\n`;
  const { id } = await plan(text);
  expect(await h.deploy(`${text}# `, { plan: id })).toMatchObject({ state: 'error' });
  expect(await h.store.read.deployments.all()).toEqual([]);
  expect(await h.store.read.variables.all()).toEqual([]);
  expect(await h.deploy(text, { plan: 'p1' })).toMatchObject({ state: 'error' });
  expect(await h.deploy(text, { plan: id })).toMatchObject({ state: 'done' });
});
