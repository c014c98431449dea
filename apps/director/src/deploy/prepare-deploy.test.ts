import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FileBlobstore } from '../blobs/file-blobstore.js';
import { lostIn } from './faults.test.support.js';
import { cloudConfig, type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await h.close();
});

const warningsOf = async (task: Parameters<Harness['output']>[0]): Promise<string[]> =>
  (await h.output(task, 'event'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type?: string; message?: string })
    .flatMap(({ type, message }) => (type === 'warning' ? [message ?? ''] : []));

test('a key that is there twice is said, with both lines', async () => {
  const task = await h.deploy(manifest.replace('  instances: 1\n', '  instances: 3\n  instances: 1\n'), { dryRun: true });
  expect(task).toMatchObject({ state: 'done' });
  expect(await warningsOf(task)).toEqual(["manifest, line 8: key 'instances' is already in line 7; the last one counts"]);
});

test('what a manifest asks for and does not get is said, with its line', async () => {
  const text = `${manifest.replace('  vm_type: small\n', '  vm_type: small\n  state: stopped\n  instance_states: {0: detached}\n')}features: {randomize_az_placement: true, converge_variables: true}
variables:
- {name: one, type: password, update_mode: converge}
- {name: ca, type: certificate, options: {is_ca: true}, consumes: {common_name: {from: web}}}
`;
  await h.setCloudConfig(cloudConfig.replace('compilation: {', 'compilation: {orphan_workers: true, '));
  const task = await h.deploy(text, { dryRun: true });
  expect(task).toMatchObject({ state: 'done' });
  expect(await warningsOf(task)).toEqual([
    expect.stringMatching("manifest, line 18: feature 'randomize_az_placement' has no effect"),
    expect.stringMatching(/^manifest, line 11: .*'state: stopped' of instance group 'nginx'/),
    expect.stringMatching(/^manifest, line 12: .*'instance_states' of instance group 'nginx'/),
    "manifest, line 21: 'consumes' of variable 'ca' has no effect: its certificate has the names of its options alone",
    "cloud-config 'default': 'orphan_workers' of 'compilation' has no effect: its VMs are deleted at once",
  ]);
});

test('a manifest without such wishes is deployed without a warning', async () => {
  const plain = manifest.replace('vm_type: small\n', 'vm_type: small\n  state: started\n');
  expect(await warningsOf(await h.deploy(plain))).toEqual([]);
});

test('a dry run generates variables and stores none', async () => {
  await h.deploy(manifest);
  const text = `${manifest.replace('nginx_conf: one', 'nginx_conf: ((secret))')}variables: [{name: secret, type: password}]\n`;
  expect(await h.deploy(text, { dryRun: true })).toMatchObject({ state: 'done' });
  expect(await h.store.read.variables.all()).toEqual([]);
});

test.each(['apply', 'prepare'])('templates that went through the blobstore are gone though %s failed', async (method) => {
  h.cpi.behaviour = { unknownMethods: ['upload_blob'] };
  if (method === 'prepare') expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  h.cpi.behaviour.failMethods = [method];
  const put = vi.spyOn(h.collaborators.blobs, 'put');
  const task = await h.deploy(manifest.replace('nginx_conf: one', 'nginx_conf: two'));
  expect(task).toMatchObject({ state: 'error' });
  const ids = (await Promise.all(put.mock.results.map(({ value }) => value as Promise<{ id: string }>))).map(({ id }) => id);
  const compiled = (await h.store.read.compiledPackages.all()).map(({ blobstoreId }) => blobstoreId);
  const dns = (await h.store.read.dns.blobs.all()).map(({ blobstoreId }) => blobstoreId);
  const others = ids.filter((id) => !compiled.includes(id) && !dns.includes(id));
  expect(others).toHaveLength(1);
  for (const id of others) expect(await h.collaborators.blobs.exists(id)).toBe(false);
});

test('templates that went through the blobstore are gone at the next start where the Director was killed before it deleted them', async () => {
  h.cpi.behaviour = { unknownMethods: ['upload_blob'] };
  const { blobs } = h.collaborators;
  const killed = vi.spyOn(blobs, 'delete').mockResolvedValue();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  const [id] = killed.mock.calls.map(([id]) => id);
  expect(await blobs.exists(id ?? '')).toBe(true);
  await (blobs as FileBlobstore).prepare();
  expect(await blobs.exists(id ?? '')).toBe(false);
  expect(await lostIn(h)).toEqual([]);
});
