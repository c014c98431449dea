import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloudConfig, type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
});
afterEach(() => h.close());

const done = { state: 'done', result: '/deployments/nginx' };
const bring = (state: string, where: { group?: string; id?: string } = {}, options: object = {}) =>
  h.deploy(manifest, { stored: true, stateChange: { group: '*', ...where, state }, ...options });
const agent = () => [...h.cpi.vms.values()][0]?.agent;
const since = async (work: () => Promise<unknown>): Promise<string[]> => {
  const before = agent()?.calls.length;
  await work();
  return (agent()?.calls ?? [])
    .slice(before)
    .filter((call) => !['ping', 'get_state', 'list_disk', 'sync_dns_with_signed_url'].includes(call));
};
const row = async () => (await h.store.read.instances.all())[0];
const errorCode = async (task: Parameters<Harness['output']>[0]): Promise<number> =>
  JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}').error?.code;

test('stop drains for a shutdown, and the instance stays stopped until it is started', async () => {
  expect(await since(() => bring('stopped'))).toEqual(['run_script pre-stop', 'drain', 'stop', 'run_script post-stop']);
  expect(agent()?.drained).toBe('shutdown');
  expect(agent()?.preStop).toEqual({ BOSH_VM_NEXT_STATE: 'keep', BOSH_INSTANCE_NEXT_STATE: 'keep', BOSH_DEPLOYMENT_NEXT_STATE: 'keep' });
  expect(await row()).toMatchObject({ state: 'stopped', updateCompleted: true });
  const changed = manifest.replace('nginx_conf: one', 'nginx_conf: two');
  const waiting = async () => expect((await h.output(await h.deploy(changed), 'event')).match(/"task":"nginx\/\S+ \(0\)"/)).not.toBeNull();
  // It fetches what it will need, as often as it is deployed.
  expect(await since(waiting)).toEqual(['upload_blob', 'prepare']);
  expect(await since(waiting)).toEqual(['upload_blob', 'prepare']);
  expect(await since(() => h.deploy(changed, { stored: true, stateChange: { group: '*', state: 'stopped' } }))).toEqual([
    'upload_blob',
    'prepare',
  ]);
  expect(await row()).toMatchObject({ state: 'stopped' });
  const calls = await since(() => h.deploy(changed, { stored: true, stateChange: { group: 'nginx', id: '0', state: 'started' } }));
  expect(calls).toEqual(
    expect.arrayContaining(['apply', 'run_script pre-start', 'start', 'run_script post-start', 'run_script post-deploy']),
  );
  expect(await row()).toMatchObject({ state: 'started', updateCompleted: true });
});

test('stop --hard deletes the VM and keeps the disk and the addresses; start makes a VM with both', async () => {
  const [disk] = await h.store.read.disks.all();
  const first = agent();
  expect(await bring('detached', { group: 'nginx' })).toMatchObject(done);
  expect(first?.preStop).toMatchObject({ BOSH_VM_NEXT_STATE: 'delete', BOSH_INSTANCE_NEXT_STATE: 'keep' });
  expect(h.cpi.vms.size).toBe(0);
  expect(h.bus.authorized.size).toBe(0);
  expect(await h.store.read.disks.all()).toEqual([disk]);
  expect(await h.store.read.reservations.all()).toHaveLength(2);
  expect(await row()).toMatchObject({ state: 'detached' });
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(h.cpi.vms.size).toBe(0);
  expect(await bring('started')).toMatchObject(done);
  expect(agent()?.mounted).toEqual([disk?.cid]);
  expect([...h.cpi.vms.values()][0]?.request.networks.default?.ip).toBe('10.0.9.165');
  expect(await row()).toMatchObject({ state: 'started' });
});

test('restart keeps the VM, recreate replaces it, skip_drain leaves out pre-stop and drain', async () => {
  const [cid] = h.cpi.vms.keys();
  const calls = await since(() => bring('restart', { group: 'nginx' }, { skipDrain: ['nginx'] }));
  expect(calls).toEqual(expect.arrayContaining(['stop', 'apply', 'start']));
  expect(calls).not.toContain('drain');
  expect(await since(() => bring('restart', { group: 'nginx' }))).toContain('drain');
  expect(agent()?.drained).toBe('update');
  expect([...h.cpi.vms.keys()]).toEqual([cid]);
  expect(await bring('recreate', { group: 'nginx', id: '0' })).toMatchObject(done);
  expect(h.cpi.vms.size).toBe(1);
  expect([...h.cpi.vms.keys()]).not.toEqual([cid]);
});

test('a stopped instance that lost its VM gets one, and its jobs stay down', async () => {
  await bring('detached');
  expect(await bring('stopped')).toMatchObject(done);
  expect(agent()?.calls).toContain('stop');
  expect(agent()?.calls).not.toContain('start');
  expect(await row()).toMatchObject({ state: 'stopped' });
  expect(agent()?.mounted).toHaveLength(1);
});

test.each([
  ['cloud properties', '{cpu: 1}', (n: number) => `{cpu: ${n}}`, 'cpu'],
  ['settings of networks', 'gateway: 10.0.9.1,', (n: number) => `gateway: 10.0.9.${n},`, 'gateway'],
])('the VM that a stopped instance got will do when it is started, unless its %s changed since', async (_, from, to, key) => {
  const start = () => h.deploy(manifest, { stateChange: { group: '*', state: 'started' } });
  const made = () =>
    [...h.cpi.vms].map(([cid, { request }]) => [cid, { ...request.cloudProperties, gateway: request.networks.default?.gateway }[key]]);
  const withValue = (value: number) => h.setCloudConfig(cloudConfig.replace(from, to(value)));
  const said = (value: number) => (key === 'cpu' ? value : `10.0.9.${value}`);
  const rested = async (value: number): Promise<void> => {
    await bring('detached');
    await withValue(value);
    await h.deploy(manifest, { stateChange: { group: '*', state: 'stopped' } });
    expect(made()).toEqual([[expect.anything(), said(value)]]);
  };
  await rested(4);
  const before = made();
  expect(await start()).toMatchObject(done);
  expect(made()).toEqual(before);
  await rested(2);
  await withValue(4);
  expect(await start()).toMatchObject(done);
  expect(made()).toEqual([[expect.anything(), said(4)]]);
});

test('`latest` stands for what is deployed, also when a newer one was uploaded', async () => {
  const version = (await h.store.read.releases.versions.all())[0];
  const stemcell = (await h.store.read.stemcells.all())[0];
  if (version === undefined || stemcell === undefined) throw new Error('nothing was seeded');
  await h.store.write(async (tx) => {
    const { id: _version, ...newer } = { ...version, version: '9.9' };
    await tx.releases.versions.insert(newer);
    const { id: _stemcell, ...other } = { ...stemcell, version: '9.9' };
    await tx.stemcells.insert(other);
  });
  expect(await bring('restart')).toMatchObject(done);
  expect((await h.store.read.deployments.all())[0]).toMatchObject({ releaseVersionIds: [version.id], stemcellIds: [stemcell.id] });
});

test('an ignored instance is not asked how it is: its silence keeps nobody from a deploy', async () => {
  await h.store.write((tx) => tx.instances.update({ index: 0 }, { ignore: true }));
  for (const { agent } of h.cpi.vms.values()) agent.calls.length = 0;
  expect(await bring('restart')).toMatchObject(done);
  expect([...h.cpi.vms.values()].flatMap(({ agent }) => agent.calls)).not.toContain('get_state');
});

test('a state that is none, an instance that is not there, and an ignored one are refused', async () => {
  expect(await errorCode(await bring('asleep', { group: 'nginx' }))).toBe(140008);
  expect(await errorCode(await bring('asleep', { group: 'nginx', id: '0' }))).toBe(140007);
  expect(await errorCode(await bring('stopped', { group: 'moon' }))).toBe(70001);
  await h.store.write((tx) => tx.instances.update({ index: 0 }, { ignore: true }));
  expect(await errorCode(await bring('stopped', { group: 'nginx', id: '0' }))).toBe(140021);
  const task = await bring('stopped');
  expect(task).toMatchObject(done);
  expect(await h.output(task, 'event')).toContain('is ignored, and keeps its state');
  expect(await row()).toMatchObject({ state: 'started' });
});
