import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloudConfig, type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { diffDeployment } from './diff-deployment.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const put = (type: string, name: string, content: string) =>
  h.store.write((tx) => tx.configs.insert({ type, name, content, deleted: false, createdAt: 0 }));
const diff = async () => (await diffDeployment(h.store.read, { name: 'nginx', teams: [] }, manifest, false)).diff;
const network = (name: string, range: string): string => `networks: [{name: ${name}, type: manual, subnets: [{range: "${range}"}]}]\n`;
const addon = (name: string): string => `addons: [{name: ${name}, jobs: []}]\n`;

test('in which order configs were updated is no difference', async () => {
  await put('cloud', 'more', network('more', 'fd00:1::/64'));
  await put('runtime', 'a', addon('a'));
  await put('runtime', 'b', addon('b'));
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  expect(await diff()).toEqual([]);
  await put('cloud', 'default', cloudConfig.replace('{cpu: 1}', '{cpu: 2}'));
  await put('runtime', 'a', `${addon('a')}tags: {x: one}\n`);
  expect(await diff()).toEqual([
    ['vm_types:', null],
    ['- name: small', null],
    ['  cloud_properties:', null],
    ['    cpu: 1', 'removed'],
    ['    cpu: 2', 'added'],
    ['', null],
    ['tags:', 'added'],
    ['  x: one', 'added'],
  ]);
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  expect(await diff()).toEqual([]);
});
