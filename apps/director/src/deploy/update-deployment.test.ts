import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloudConfig, type Harness, manifest, startHarness } from './harness.test.support.js';
import { recoverDeploys } from './recover-deploys.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const done = { state: 'done', result: '/deployments/nginx' };
const errorOf = async (task: Parameters<Harness['output']>[0]): Promise<{ code: number; message: string; details: { where?: object } }> => {
  const last = (await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}';
  return JSON.parse(last).error;
};
const nothingStays = async (): Promise<void> => {
  const { read } = h.store;
  expect([...h.cpi.vms.keys()]).toEqual([]);
  expect(await read.reservations.all()).toEqual([]);
  expect(await read.instances.all()).toEqual([]);
  expect(await read.vms.all()).toEqual([]);
  expect(h.bus.authorized.size).toBe(0);
  expect(await read.intents.all({ state: 'open' })).toEqual([]);
};

test('a first deploy compiles, makes a VM with its disk, and ends running', async () => {
  const task = await h.deploy(manifest);
  expect(await errorOf(task)).toBeUndefined();
  expect(task).toMatchObject(done);
  expect(await h.stages(task)).toEqual([
    'Preparing deployment',
    'Preparing package compilation',
    'Compiling packages',
    'Creating missing vms',
    'Updating instance',
  ]);
  const [vm, ...more] = h.cpi.vms.values();
  expect(more).toEqual([]);
  expect(vm?.request.networks.ipv6?.ip).toBe('2601:646:100:69f1::165');
  expect(vm?.request.networks.default?.ip).toBe('10.0.9.165');
  const urls = ['nats://10.0.9.151:4222', 'nats://[2601:646:100:69f1::151]:4222'];
  expect(vm?.request.env).toMatchObject({ bosh: { mbus: { urls: expect.arrayContaining(urls) } } });
  expect(vm?.agent.spec?.packages?.nginx?.version).toBe('1.1');
  expect(vm?.agent.mounted).toHaveLength(1);
  expect(vm?.agent.calls).toEqual(
    expect.arrayContaining([
      'ping',
      'mount_disk',
      'upload_blob',
      'apply',
      'run_script pre-start',
      'start',
      'get_state',
      'run_script post-start',
    ]),
  );
  const [row] = await h.store.read.instances.all();
  expect(row).toMatchObject({ updateCompleted: true, bootstrap: true, index: 0, az: 'z1' });
  expect(await h.store.read.reservations.all()).toHaveLength(2);
  expect(await h.store.read.compiledPackages.all()).toHaveLength(2);
  expect((await h.store.read.deployments.all())[0]?.manifestText).toBe(manifest);
});

test('the same manifest again changes nothing and shows no instance stage', async () => {
  await h.deploy(manifest);
  const calls = h.cpi.calls.length;
  const task = await h.deploy(manifest);
  expect(task).toMatchObject(done);
  expect(await h.stages(task)).toEqual(['Preparing deployment', 'Preparing package compilation']);
  expect(h.cpi.calls.length).toBe(calls);
});

test('a changed property updates in place', async () => {
  await h.deploy(manifest);
  const [cid] = h.cpi.vms.keys();
  const task = await h.deploy(manifest.replace('nginx_conf: one', 'nginx_conf: two'));
  expect(task).toMatchObject(done);
  expect([...h.cpi.vms.keys()]).toEqual([cid]);
  expect(await h.stages(task)).toContain('Updating instance');
  const calls = [...h.cpi.vms.values()][0]?.agent.calls ?? [];
  expect(calls.slice(calls.lastIndexOf('prepare'))).toEqual(
    expect.arrayContaining(['run_script pre-stop', 'drain', 'stop', 'run_script post-stop', 'apply', 'start']),
  );
});

test('a changed address makes a new VM and keeps the disk', async () => {
  await h.deploy(manifest);
  const [cid] = h.cpi.vms.keys();
  const [disk] = h.cpi.disks;
  const task = await h.deploy(manifest.replace('10.0.9.165', '10.0.9.166'));
  expect(await errorOf(task)).toBeUndefined();
  const [[next, vm] = []] = h.cpi.vms;
  expect(next).not.toBe(cid);
  expect([...(vm?.disks ?? [])]).toEqual([disk]);
  expect(vm?.agent.mounted).toEqual([disk]);
  expect((await h.store.read.reservations.all()).map(({ first }) => Buffer.from(first).at(-1)).sort()).toEqual([0x65, 166].sort());
});

test('a larger disk is a new one, the data copied, the old one orphaned', async () => {
  await h.deploy(manifest);
  const [old] = h.cpi.disks;
  await h.setCloudConfig(cloudConfig.replace('disk_size: 64', 'disk_size: 128'));
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect((await h.store.read.orphanDisks.all()).map(({ cid }) => cid)).toEqual([old]);
  expect((await h.store.read.disks.all()).map(({ size, active }) => ({ size, active }))).toEqual([{ size: 128, active: true }]);
  expect([...h.cpi.vms.values()][0]?.agent.calls).toContain('migrate_disk');
});

test('more and fewer instances', async () => {
  const several = manifest
    .replace('instances: 1', 'instances: 3')
    .replace('azs: [z1]', 'azs: [z1, z2]')
    .replace(', static_ips: [10.0.9.165]', '')
    .replace('static_ips: ["2601:0646:0100:69f1:0000:0000:0000:0165"], ', '');
  expect(await errorOf(await h.deploy(several))).toBeUndefined();
  const rows = await h.store.read.instances.all();
  expect(rows.map(({ index }) => index).sort()).toEqual([0, 1, 2]);
  expect(rows.filter(({ az }) => az === 'z1')).toHaveLength(2);
  const task = await h.deploy(several.replace('instances: 3', 'instances: 1'));
  expect(await h.stages(task)).toEqual(['Preparing deployment', 'Preparing package compilation', 'Deleting unneeded instances']);
  expect(h.cpi.vms.size).toBe(1);
  expect(await h.store.read.reservations.all()).toHaveLength(2);
  expect(await h.store.read.orphanDisks.all()).toHaveLength(2);
});

test('delete-deployment leaves nothing but an orphaned disk, which can be deleted', async () => {
  await h.deploy(manifest);
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject(done);
  await nothingStays();
  expect(await h.store.read.deployments.all()).toEqual([]);
  const [orphan] = await h.store.read.orphanDisks.all();
  expect(orphan?.instanceName).toMatch(/^nginx\//);
  expect(await h.run('delete_orphan_disks', { cids: [orphan?.cid] })).toMatchObject({ state: 'done' });
  expect(h.cpi.disks.size).toBe(0);
});

test('a failing packaging script: 450001, nothing stays, and the next deploy succeeds', async () => {
  h.cpi.compilation = { failCompile: true };
  const task = await h.deploy(manifest);
  expect(task.state).toBe('error');
  expect(await errorOf(task)).toMatchObject({ code: 450001, message: expect.stringContaining('pcre/fp-pcre') });
  await nothingStays();
  expect(await h.store.read.deployments.all()).toEqual([]);
  h.cpi.compilation = {};
  expect(await h.deploy(manifest)).toMatchObject(done);
});

test('a VM that cannot be created: the error says why, and the next deploy goes on with the same instance and addresses', async () => {
  h.cpi.failCreateVm = 'no room';
  const task = await h.deploy(manifest);
  expect(task.state).toBe('error');
  expect((await errorOf(task)).message).toContain('no room');
  const { read } = h.store;
  const [instance] = await read.instances.all();
  expect(await read.reservations.all()).toMatchObject([
    { instanceId: instance?.id, vmId: null },
    { instanceId: instance?.id, vmId: null },
  ]);
  expect([await read.vms.all(), h.bus.authorized.size, await read.intents.all({ state: 'open' })]).toEqual([[], 0, []]);
  h.cpi.failCreateVm = undefined;
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(await read.instances.all()).toMatchObject([{ uuid: instance?.uuid }]);
});

test('an agent that never answers: 450002, its VM is deleted, nothing stays', async () => {
  h.cpi.behaviour = { silent: true };
  const task = await h.deploy(manifest);
  expect(await errorOf(task)).toMatchObject({ code: 450002, message: expect.stringContaining('never answered') });
  await nothingStays();
});

test('a job that is never healthy: 400007 with its name; the next correct deploy mends it', async () => {
  h.cpi.behaviour = { jobState: 'failing' };
  const task = await h.deploy(manifest);
  expect(await errorOf(task)).toMatchObject({ code: 400007, message: expect.stringContaining('nginx') });
  h.cpi.behaviour.jobState = 'running';
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect((await h.store.read.instances.all())[0]?.updateCompleted).toBe(true);
});

test.each([
  ['an unknown network', (text: string) => text.replace('name: default, static', 'name: nowhere, static'), 150001, 14],
  ['an unknown AZ', (text: string) => text.replace('azs: [z1]', 'azs: [z9]'), 140018, 8],
  ['an address outside the range', (text: string) => text.replace('10.0.9.165', '10.0.8.165'), 150002, 14],
  [
    'an unknown release',
    (text: string) => text.replace('releases: [{name: nginx', 'releases: [{name: apache').replace('release: nginx', 'release: apache'),
    30005,
    2,
  ],
  ['an unknown stemcell', (text: string) => text.replace('debian-bookworm', 'plan9'), 50003, 3],
  ['a template that raises', (text: string) => text.replace('nginx_conf: one', 'nginx_conf: RAISE'), 100, 12],
  ['a placeholder without a value', (text: string) => text.replace('nginx_conf: one', 'nginx_conf: ((x))'), 540009, 12],
])('%s ends in a coded error that points at the line, and nothing stays', async (_, change, code, line) => {
  const task = await h.deploy(change(manifest));
  expect(task.state).toBe('error');
  const error = await errorOf(task);
  expect(error).toMatchObject({ code, details: { where: { document: 'manifest', line } } });
  await nothingStays();
});

test('a VM creation that may be tried again is tried again', async () => {
  h.cpi.failFirst = 2;
  expect(await h.deploy(manifest)).toMatchObject(done);
});

test('a cancelled deploy ends as cancelled, and nothing of what it was about to make stays', async () => {
  h.cpi.behaviour = { silent: true };
  const id = await h.queue.enqueue({
    type: 'update_deployment',
    description: '',
    user: 'admin',
    payload: { deployment: 'nginx', manifestText: manifest },
  });
  await expect
    .poll(() => [...h.cpi.vms.values()].some(({ request }) => request.networks.ipv6 !== undefined), { timeout: 5000, interval: 2 })
    .toBe(true);
  await h.queue.cancel(id);
  expect(await h.queue.ended(id)).toMatchObject({ state: 'cancelled' });
  await nothingStays();
});

test('what a Director that died had begun is taken back at the next start', async () => {
  const { store, cpi, collaborators } = h;
  const context = { requestId: 'cpi-lost', directorUuid: 'director', log: () => {} };
  const lost = { agentId: 'lost', stemcellCid: 'stemcell', cloudProperties: {}, networks: {}, diskCids: [], env: {} };
  await cpi.createVm(lost as never, context);
  await h.bus.authorize('lost');
  await store.write(async (tx) => {
    const payload = { cpi: '', agentId: 'lost', stemcellCid: 'stemcell' };
    await tx.intents.insert({ taskId: 1, kind: 'create_vm', requestId: 'cpi-lost', payload, state: 'open', outcome: {}, createdAt: 0 });
    const ids = { cloudConfigIds: [], runtimeConfigIds: [], releaseVersionIds: [], stemcellIds: [] };
    const { id: deploymentId } = await tx.deployments.insert({ name: 'nginx', manifestText: null, ...ids });
    const fresh = { uuid: 'u', deploymentId, group: 'nginx', index: 0, az: null, bootstrap: true };
    await tx.instances.insert({ ...fresh, state: 'started', updateCompleted: false, ignore: false, spec: {} });
  });
  await recoverDeploys(collaborators);
  await nothingStays();
  expect(await store.read.deployments.all()).toEqual([]);
});

test('a deployment is of the teams that made it first, and reads the cloud configs that they see', async () => {
  const others = { type: 'cloud', name: 'others', content: 'networks: nonsense', deleted: false, createdAt: 0, team: 'b' };
  await h.store.write((tx) => tx.configs.insert(others));
  const ofA = { teams: ['a'], onlyTeams: true };
  expect(await h.deploy(manifest, ofA)).toMatchObject(done);
  expect(await h.store.read.deployments.find({ name: 'nginx' })).toMatchObject({ teams: ['a'] });
  const late = await h.deploy(manifest.replace('nginx_conf: one', 'nginx_conf: two'), { teams: ['b'], onlyTeams: true });
  expect(await errorOf(late)).toMatchObject({ code: 600000 });
  expect(await h.deploy(manifest, ofA)).toMatchObject(done);
  expect(await h.deploy(manifest)).toMatchObject(done);
});

test('two deploys at once never get the same address', async () => {
  const free = (name: string): string =>
    manifest
      .replace('name: nginx\n', `name: ${name}\n`)
      .replace(', static_ips: [10.0.9.165]', '')
      .replace('static_ips: ["2601:0646:0100:69f1:0000:0000:0000:0165"], ', '');
  const names = ['one', 'two', 'three'];
  const tasks = await Promise.all(names.map((name) => h.deploy(free(name), {}, name)));
  for (const task of tasks) expect(await errorOf(task)).toBeUndefined();
  const addresses = (await h.store.read.reservations.all()).map(({ first }) => Buffer.from(first).toString('hex'));
  expect(new Set(addresses).size).toBe(6);
});

test('variables are generated once and reach the templates', async () => {
  const text = `${manifest.replace('nginx_conf: one', 'nginx_conf: ((secret))')}variables: [{name: secret, type: password}]\n`;
  expect(await h.deploy(text)).toMatchObject(done);
  expect(await h.store.read.variables.all()).toHaveLength(1);
  expect(await h.stages(await h.deploy(text))).not.toContain('Updating instance');
});

test('instances tell both addresses and the state of their jobs', async () => {
  await h.deploy(manifest);
  const task = await h.run('vms', { deployment: 'nginx', kind: 'instances' });
  const line = JSON.parse(await h.output(task, 'result'));
  expect(line).toMatchObject({ ips: ['10.0.9.165', '2601:646:100:69f1::165'], job_state: 'running', job_name: 'nginx', az: 'z1' });
  expect(line.vm_type).toBe('small');
});

test("no row holds a value of a group's env", async () => {
  const text = manifest.replace('vm_type: small', 'vm_type: small\n  env: {bosh: {password: hunter2}}');
  expect(await h.deploy(text)).toMatchObject(done);
  const { instances, vms } = h.store.read;
  expect(JSON.stringify([await instances.all(), await vms.all()])).not.toContain('hunter2');
  expect([...h.cpi.vms.values()][0]?.request.env).toMatchObject({ bosh: { password: 'hunter2' } });
  expect(await h.stages(await h.deploy(text))).not.toContain('Updating instance');
});
