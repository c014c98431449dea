import type { DeploymentPlan } from '@bosh6/director-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTools } from '../../engine/scope.js';
import { cloudConfig, type Harness, manifest, errandGroup as smoke, startHarness } from '../harness.test.support.js';
import { previewDeploy } from './preview-deploy.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const plan = (manifestText: string): Promise<DeploymentPlan> =>
  previewDeploy(
    createTools(h.collaborators),
    { deployment: 'nginx', manifestText },
    { user: 'admin', showSecrets: false, signal: new AbortController().signal },
  );
const deploy = async (text: string): Promise<void> => expect(await h.deploy(text)).toMatchObject({ state: 'done' });
/** Whether a deploy would change anything, and what of the deployment itself. */
const told = async (text: string): Promise<[boolean, string[]]> => {
  const { is_noop: isNoop, changes = [] } = await plan(text);
  return [isNoop, changes.map(({ kind, reason }) => `${kind}: ${reason}`)];
};
const nothing = [true, []];

const [head = ''] = manifest.split('- name: nginx\n  instances');
const errandOnly = `${head}${smoke}`;
const bare = head.replace('instance_groups:', 'instance_groups: []');

test.each([
  ['an errand group', errandOnly],
  ['variables', `${bare}variables: [{name: pw, type: password}]\n`],
  ['nothing', bare],
])('a deployment of %s alone is made by its first deploy, and as its manifest says after it', async (_, text) => {
  expect(await told(text)).toEqual([false, ['new: it is new']]);
  await deploy(text);
  expect(await told(text)).toEqual(nothing);
});

test('one whose first deploy failed is still to be deployed', async () => {
  h.cpi.behaviour.failMethods = ['run_script pre-start'];
  expect(await h.deploy(manifest)).toMatchObject({ state: 'error' });
  h.cpi.behaviour.failMethods = [];
  expect(await told(manifest)).toEqual([false, ['new: no deploy of it has come to its end']]);
});

test('a variable that comes is generated, one that goes is a change too', async () => {
  await deploy(manifest);
  const more = `${manifest}variables: [{name: extra, type: password}]\n`;
  expect(await told(more)).toEqual([false, ['manifest: its manifest changed: variables (extra)']]);
  await deploy(more);
  expect(await told(more)).toEqual(nothing);
  expect(await told(manifest)).toEqual([false, ['manifest: its manifest changed: variables (extra)']]);
});

test('a value that each deploy generates is a change under the same manifest', async () => {
  const text = `${manifest}variables: [{name: pw, type: password, update_mode: overwrite}]\n`;
  await deploy(text);
  expect(await plan(text)).toMatchObject({ is_noop: false, changes: [], generate: ['pw'] });
});

test('an errand group that comes, changes or goes is a change; its values are not told', async () => {
  await deploy(manifest);
  const both = `${manifest}${smoke}`;
  const changed = [false, ['manifest: its manifest changed: instance_groups (smoke)']];
  expect(await told(both)).toEqual(changed);
  await deploy(both);
  expect(await told(both)).toEqual(nothing);
  expect(await told(both.replace('nginx_conf: smoke', 'nginx_conf: other'))).toEqual(changed);
  expect(await told(manifest)).toEqual(changed);
});

test('what no instance hears of is a change of the manifest; how it is written is none', async () => {
  await deploy(manifest);
  const json = manifest.replace(
    'stemcells: [{alias: default, os: debian-bookworm,',
    'stemcells: [{"os": "debian-bookworm", alias: default,',
  );
  expect(await told(`# of nginx\n${json.replace('instances: 1', 'instances: 1 # for now')}`)).toEqual(nothing);
  expect(await told(manifest.replace('canaries: 1', 'canaries: 2'))).toEqual([false, ['manifest: its manifest changed: update']]);
});

test('another version that `latest` stands for is a change where only errands use it', async () => {
  await deploy(errandOnly);
  const [version] = await h.store.read.releases.versions.all();
  if (version === undefined) throw new Error('there is no release');
  const { id: _, ...row } = version;
  await h.store.write((tx) => tx.releases.versions.insert({ ...row, version: '1.23.0' }));
  expect(await told(errandOnly)).toEqual([false, ['releases: its releases changed: + nginx/1.23.0, - nginx/1.22.1']]);
  await deploy(errandOnly);
  const [stemcell] = await h.store.read.stemcells.all();
  if (stemcell === undefined) throw new Error('there is no stemcell');
  const { id: __, ...held } = stemcell;
  await h.store.write((tx) => tx.stemcells.insert({ ...held, version: '1.1', cid: 'newer' }));
  expect(await told(errandOnly)).toEqual([false, ['stemcells: its stemcells changed: + lab/1.1, - lab/1.0']]);
});

test('an errand group whose addresses its network no longer has gets others', async () => {
  const both = `${manifest}${smoke}`;
  await deploy(both);
  expect(
    await h.run('run_errand', { deployment: 'nginx', errand: 'smoke', keepAlive: false, whenChanged: false, instances: [] }),
  ).toMatchObject({
    state: 'done',
  });
  expect(await told(both)).toEqual(nothing);
  await h.setCloudConfig(
    cloudConfig.replace('static: [10.0.9.160-10.0.9.170]', 'static: [10.0.9.160-10.0.9.170], reserved: [10.0.9.2-10.0.9.50]'),
  );
  expect(await told(both)).toEqual([false, ["network: errand group 'smoke' gets other addresses"]]);
});
