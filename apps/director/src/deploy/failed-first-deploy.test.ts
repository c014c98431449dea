import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloudConfig, type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  h.cpi.behaviour = { failMethods: ['run_script pre-start'] };
  expect(await h.deploy(manifest)).toMatchObject({ state: 'error' });
  h.cpi.behaviour.failMethods = [];
});
afterEach(() => h.close());

const withNewStemcell = async (): Promise<string> => {
  const of = { name: 'lab', os: 'debian-bookworm', sha1: 'x', cpi: '', apiVersion: 3 };
  await h.store.write((tx) => tx.stemcells.insert({ ...of, version: '2.0', cid: 'stemcell-2' }));
  return manifest;
};
const withCloud = async (content: string): Promise<string> => {
  await h.setCloudConfig(content);
  return manifest;
};

test.each([
  ['cloud properties', () => withCloud(cloudConfig.replace('{cpu: 1}', '{cpu: 4}'))],
  ['network settings', () => withCloud(cloudConfig.replace('gateway: 10.0.9.1,', 'gateway: 10.0.9.2,'))],
  ['env', async () => manifest.replace('vm_type: small', 'vm_type: small\n  env: {bosh: {password: p}}')],
  ['stemcells', withNewStemcell],
] as const)('other %s after a first deploy failed: its VM is made anew, and what is remembered is what that has', async (_what, change) => {
  const [left] = h.cpi.vms.keys();
  const text = await change();
  expect(await h.deploy(text)).toMatchObject({ state: 'done' });
  expect([...h.cpi.vms.keys()]).not.toContain(left);
  const [vm, ...more] = await h.store.read.vms.all();
  expect(more).toEqual([]);
  const { cloudProperties, networks, env: envHashes, stemcellName: name, stemcellVersion: version } = vm ?? {};
  const [row] = await h.store.read.instances.all();
  expect(row?.spec).toMatchObject({ cloudProperties, networks, envHashes, stemcell: { name, version } });
  expect(await h.stages(await h.deploy(text))).not.toContain('Updating instance');
});

test('the same again after a first deploy failed goes on with the VM that is there', async () => {
  const [left] = h.cpi.vms.keys();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  expect([...h.cpi.vms.keys()]).toEqual([left]);
});
