import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TaskRow } from '../persistence/rows/index.js';
import type { FakeCpi } from './fake-cpi.test.support.js';
import { cloudConfig, type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
let a: FakeCpi;
let b: FakeCpi;
beforeEach(async () => {
  h = await startHarness();
  a = h.addCpi('a');
  b = h.addCpi('b');
});
afterEach(() => h.close());

const onBoth = cloudConfig
  .replace('{name: z1}, {name: z2}', '{name: z1, cpi: a}, {name: z2, cpi: b, cloud_properties: {zone: two}}')
  .replace('az: z1, network', 'az: z2, network');
const pair = manifest
  .replace('instances: 1', 'instances: 2')
  .replace('azs: [z1]', 'azs: [z1, z2]')
  .replace(', static_ips: [10.0.9.165]', '')
  .replace(/, static_ips: \["2601[^\]]*\]/, '');
const both = 'cpis: [{name: a, type: t}, {name: b, type: u}]';

const setCpis = (content: string) =>
  h.store.write((tx) => tx.configs.insert({ type: 'cpi', name: 'default', content, deleted: false, createdAt: 0 }));
const addStemcell = (cpi: string, name = `lab-${cpi}`) =>
  h.store.write((tx) =>
    tx.stemcells.insert({ name, version: '1.0', os: 'debian-bookworm', cid: `stemcell-of-${cpi}`, sha1: 'x', cpi, apiVersion: 3 }),
  );
const errorOf = async (task: TaskRow): Promise<unknown> => {
  const lines = (await h.output(task, 'event')).trim().split('\n');
  return (JSON.parse(lines.at(-1) ?? '{}') as { error?: unknown }).error;
};
const cpisOf = async (table: 'vms' | 'disks' | 'orphanDisks'): Promise<string[]> =>
  (await h.store.read[table].all()).map(({ cid, cpi }) => `${cpi}: ${cid}`).sort();
const startBoth = async (): Promise<void> => {
  await h.setCloudConfig(onBoth);
  await setCpis(both);
  await addStemcell('a');
  await addStemcell('b');
};

test('each instance is made with the CPI of its AZ, of the stemcell and with the disk that this one has; packages are compiled in theirs', async () => {
  await startBoth();
  const task = await h.deploy(pair);
  expect(task).toMatchObject({ state: 'done' });
  expect(h.cpi.calls).toEqual([]);
  expect([...a.vms.values()].map(({ request }) => [request.stemcellCid, request.cloudProperties])).toEqual([['stemcell-of-a', { cpu: 1 }]]);
  expect([...b.vms.values()].map(({ request }) => [request.stemcellCid, request.cloudProperties])).toEqual([
    ['stemcell-of-b', { cpu: 1, zone: 'two' }],
  ]);
  expect([a, b].map(({ calls }) => calls.filter((call) => call === 'create_vm').length)).toEqual([1, 2]);
  expect(await cpisOf('vms')).toEqual(['a: a-vm-1', expect.stringMatching(/^b: b-vm-/)]);
  expect(await cpisOf('disks')).toEqual([expect.stringMatching(/^a: a-disk-/), expect.stringMatching(/^b: b-disk-/)]);
  expect((await h.store.read.vms.all()).map(({ stemcellName }) => stemcellName).sort()).toEqual(['lab-a', 'lab-b']);
  expect(await h.output(task, 'cpi')).toMatch(/CPI 'a' createVm\n/);

  const again = await h.deploy(pair);
  expect(again).toMatchObject({ state: 'done' });
  expect((await h.stages(again)).filter((stage) => stage.startsWith('Updating') || stage.startsWith('Creating'))).toEqual([]);
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject({ state: 'done' });
  expect([a.vms.size, b.vms.size]).toEqual([0, 0]);
  expect(await cpisOf('orphanDisks')).toEqual([expect.stringMatching(/^a: a-disk-/), expect.stringMatching(/^b: b-disk-/)]);
  const cids = (await h.store.read.orphanDisks.all()).map(({ cid }) => cid);
  expect(await h.run('delete_orphan_disks', { cids })).toMatchObject({ state: 'done' });
  expect([a.disks.size, b.disks.size]).toEqual([0, 0]);
});

test("an instance without AZ is the Director's own CPI's", async () => {
  await startBoth();
  const anywhere = onBoth.replaceAll('azs: [z1, z2], ', '').replace(/\n- name: ipv6[\s\S]*?(?=\ncompilation)/, '');
  await h.setCloudConfig(anywhere.replace(' az: z2,', ''));
  const text = manifest.replace('  azs: [z1]\n', '').replace(/\n {2}- \{name: ipv6.*/, '');
  expect(await h.deploy(text)).toMatchObject({ state: 'done' });
  expect(await cpisOf('vms')).toEqual([expect.stringMatching(/^: vm-/)]);
  expect([...a.calls, ...b.calls]).toEqual([]);
});

test('vm_resources are calculated by the CPI of each AZ, for compilation by that of its own', async () => {
  await startBoth();
  await h.setCloudConfig(onBoth.replace('vm_type: small, reuse', 'vm_resources: {cpu: 1, ram: 1024, ephemeral_disk_size: 512}, reuse'));
  a.calculateVmCloudProperties = async () => ({ by: 'a' });
  b.calculateVmCloudProperties = async () => ({ by: 'b' });
  const made: unknown[] = [];
  const createVm = b.createVm.bind(b);
  b.createVm = async (request, context) => {
    made.push(request.cloudProperties);
    return createVm(request, context);
  };
  const text = pair.replace('vm_type: small', 'vm_resources: {cpu: 2, ram: 1024, ephemeral_disk_size: 512}');
  expect(await h.deploy(text)).toMatchObject({ state: 'done' });
  expect([...a.vms.values()].map(({ request }) => request.cloudProperties)).toEqual([{ by: 'a' }]);
  expect(made).toEqual([
    { by: 'b', zone: 'two' },
    { by: 'b', zone: 'two' },
  ]);
});

test.each([
  [onBoth.replace(', cpi: a', ''), "AZ 'z1' names no 'cpi', though there is a CPI config", '/azs/0'],
  [onBoth.replace('cpi: b', 'cpi: c'), "AZ 'z2' names CPI 'c', which no CPI config has", '/azs/1/cpi'],
])('with a CPI config each AZ needs a known one: 550001 with its place', async (cloud, message, pointer) => {
  await startBoth();
  await h.setCloudConfig(cloud);
  const where = { document: "cloud-config 'default'", pointer, line: 1, column: expect.any(Number) };
  const hint = "the CPI configs have 'a', 'b'";
  expect(await errorOf(await h.deploy(pair))).toEqual({ code: 550001, message, details: { code: 'CpiNotFound', where, hint } });
  expect([...a.calls, ...b.calls]).toEqual([]);
});

test('a stemcell that the CPI of an AZ has not got: 50003 names both', async () => {
  await h.setCloudConfig(onBoth);
  await setCpis(both);
  await h.store.write((tx) => tx.stemcells.update({ cpi: '' }, { cpi: 'gone' }));
  const error = async () => errorOf(await h.deploy(pair));
  expect(await error()).toMatchObject({ code: 50003, message: expect.stringMatching(/on none of the present CPIs: 'a', 'b'$/) });
  await addStemcell('a');
  expect(await error()).toMatchObject({
    code: 50003,
    message: "instance group 'nginx' in AZ 'z2' needs stemcell 'lab-a/1.0' on CPI 'b', which has not got it; only 'a' has",
    details: { where: { document: 'manifest', pointer: '/instance_groups/0/stemcell', line: 9 } },
  });
  const compilingElsewhere = await errorOf(await h.deploy(pair.replace('azs: [z1, z2]', 'azs: [z1]')));
  expect(compilingElsewhere).toMatchObject({ code: 50003, message: expect.stringMatching(/^compilation of package .* on CPI 'b'/) });
  expect([...a.calls, ...b.calls]).toEqual([]);
});

test("what the Director's own CPI made goes over to one that lists '' as its former name, and a CPI may be renamed: nothing is made anew", async () => {
  h.cpis.set('a', h.cpi);
  h.cpis.set('new', h.cpi);
  const text = pair.replace('azs: [z1, z2]', 'azs: [z1]');
  expect(await h.deploy(text)).toMatchObject({ state: 'done' });
  const count = h.cpi.calls.length;
  const disks = await cpisOf('disks');
  const names = async (): Promise<string[]> => [...(await cpisOf('vms')), ...(await cpisOf('disks'))].map((row) => row.split(':')[0] ?? '');

  await setCpis('cpis: [{name: a, type: t, migrated_from: [{name: ""}]}, {name: b, type: u}]');
  await h.setCloudConfig(onBoth.replace('az: z2, network', 'az: z1, network'));
  expect(await h.deploy(text)).toMatchObject({ state: 'done' });
  expect(await names()).toEqual(['a', 'a', 'a', 'a']);

  await setCpis('cpis: [{name: new, type: t, migrated_from: [{name: a}, {name: ""}]}, {name: b, type: u}]');
  expect(await h.deploy(text)).toMatchObject({ state: 'done' });
  expect(await names()).toEqual(['new', 'new', 'new', 'new']);
  expect(h.cpi.calls).toHaveLength(count);

  expect(await h.deploy(text, { recreate: true })).toMatchObject({ state: 'done' });
  expect((await cpisOf('disks')).map((row) => row.split(': ')[1])).toEqual(disks.map((row) => row.split(': ')[1]));
});

test('a disk stays where it is: an AZ that goes to another CPI is refused before anything is done to the instance', async () => {
  await startBoth();
  expect(await h.deploy(pair)).toMatchObject({ state: 'done' });
  await h.setCloudConfig(onBoth.replace('cpi: b', 'cpi: a'));
  const count = a.calls.length + b.calls.length;
  expect(await errorOf(await h.deploy(pair, { recreate: true }))).toMatchObject({
    message: expect.stringMatching(/^nginx\/.* is to get a VM with CPI 'a', that of AZ 'z2', but its disk b-disk-\d+ is with CPI 'b'$/),
    details: { code: 'DiskOnOtherCpi' },
  });
  expect(a.calls.length + b.calls.length).toBe(count);
  expect([a.vms.size, b.vms.size]).toEqual([1, 1]);
});
