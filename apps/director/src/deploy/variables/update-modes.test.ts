import { isJsonObject } from '@bosh6/base';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const text = (variables: string, more = ''): string =>
  `${manifest.replace('nginx_conf: one', 'nginx_conf: ((secret))')}variables: [${variables}]\n${more}`;
const secret = (more = ''): string => text(`{name: secret, type: password${more}}`);
const kept = async (name = 'secret'): Promise<unknown> => (await h.store.read.variables.all({ name })).at(-1)?.value;
/** What two deploys make of a variable, the second with another text. */
const twice = async (first: string, second = first, options: object = {}): Promise<unknown[]> => {
  expect(await h.deploy(first)).toMatchObject({ state: 'done' });
  const before = await kept();
  expect(await h.deploy(second, options)).toMatchObject({ state: 'done' });
  return [before, await kept()];
};

test.each([
  ['without a word', secret(), secret(', options: {length: 30}')],
  ['no-overwrite', secret(', update_mode: no-overwrite'), secret(', update_mode: no-overwrite, options: {length: 30}')],
  ['converge, of the same options', secret(', update_mode: converge, options: {length: 9}'), undefined],
  ['overwrite, that waits for another stemcell', secret(', update_mode: overwrite, update: {strategy: on-stemcell-change}'), undefined],
])('%s: the value stays', async (_, first, second) => {
  const [before, after] = await twice(first, second);
  expect(after).toBe(before);
});

test.each([
  ['overwrite', secret(', update_mode: overwrite'), undefined, {}],
  ['converge, of other options', secret(', update_mode: converge'), secret(', update_mode: converge, options: {length: 30}'), {}],
  [
    'converge_variables',
    secret(),
    text('{name: secret, type: password, options: {length: 30}}', 'features: {converge_variables: true}\n'),
    {},
  ],
  [
    'overwrite, with force_latest_variables',
    secret(', update_mode: overwrite, update: {strategy: on-stemcell-change}'),
    undefined,
    { forceLatestVariables: true },
  ],
])('%s: a new value, which reaches the templates', async (_, first, second, options) => {
  const [before, after] = await twice(first, second, options);
  expect(after).not.toBe(before);
  expect(await h.store.read.variables.all()).toHaveLength(1);
});

test('overwrite that waits: another stemcell makes a new value', async () => {
  const waiting = secret(', update_mode: overwrite, update: {strategy: on-stemcell-change}');
  await h.deploy(waiting);
  const before = await kept();
  await h.store.write((tx) =>
    tx.stemcells.insert({ name: 'lab', version: '2.0', os: 'debian-bookworm', cid: 's2', sha1: 'x', cpi: '', apiVersion: 3 }),
  );
  await h.deploy(waiting);
  expect(await kept()).not.toBe(before);
});

test('a restart generates nothing anew', async () => {
  await h.deploy(secret(', update_mode: overwrite'));
  const before = await kept();
  const [instance] = await h.store.read.instances.all();
  await h.run('update_instance', { deployment: 'nginx', instanceId: instance?.id, action: 'restart' });
  await h.deploy(secret(', update_mode: overwrite'), { stored: true });
  expect(await kept()).toBe(before);
});

test('a converged certificate follows its authority', async () => {
  const pair = (days: number): string =>
    text(
      `{name: secret, type: password}, {name: ca, type: certificate, update_mode: converge, options: {is_ca: true, duration: ${days}}},` +
        '{name: leaf, type: certificate, update_mode: converge, options: {ca: ca}}',
    );
  await h.deploy(pair(10));
  const before = await kept('leaf');
  await h.deploy(pair(10));
  expect(await kept('leaf')).toEqual(before);
  await h.deploy(pair(20));
  const [ca, leaf] = [await kept('ca'), await kept('leaf')];
  expect(isJsonObject(leaf) && leaf.ca).toBe(isJsonObject(ca) && ca.certificate);
  expect(leaf).not.toEqual(before);
});

test('a name with a slash is one value for all deployments, and stays while one of them uses it', async () => {
  const shared = text('{name: /shared, type: password, update_mode: overwrite}').replace('((secret))', '((/shared))');
  const other = shared
    .replace('update_mode: overwrite', 'update_mode: no-overwrite')
    .replace('name: nginx\n', 'name: other\n')
    .replace('10.0.9.165', '10.0.9.166')
    .replace('0165', '0166');
  await h.deploy(shared);
  expect(await h.deploy(other, {}, 'other')).toMatchObject({ state: 'done' });
  const values = async () => (await h.store.read.variables.all({ name: '/shared' })).map(({ value }) => value);
  const [first] = await values();
  expect(await values()).toEqual([first, first]);
  await h.deploy(shared);
  const newer = await kept('/shared');
  expect(newer).not.toBe(first);
  await h.deploy(other, {}, 'other');
  expect(await values()).toEqual([newer, newer]);
  await h.run('delete_deployment', { deployment: 'nginx' });
  expect(await values()).toEqual([newer]);
});
