import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

/** Two instances on dynamic addresses; only the first is ever meant. */
const two = manifest
  .replace('instances: 1', 'instances: 2')
  .replace(', static_ips: [10.0.9.165]', '')
  .replace(/, static_ips: \["2601.*?"\]/, '');
const errandOnly = two.replace('  azs: [z1]', '  lifecycle: errand\n  azs: [z1]');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(two)).toMatchObject({ state: 'done' });
});
afterEach(() => h.close());

const instance = async (index: number) => {
  const row = await h.store.read.instances.find({ index });
  const vm = await h.store.read.vms.find({ instanceId: row?.id ?? -1 });
  return { row, vm, agent: h.cpi.vms.get(vm?.cid ?? '')?.agent };
};
const act = async (action: string, options: object = {}) => {
  const { row } = await instance(0);
  const task = await h.run('update_instance', { deployment: 'nginx', instanceId: row?.id, action, ...options });
  const lines = (await h.output(task, 'event'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const steps = lines
    .filter(({ stage = '', state }) => stage.startsWith('Updating instance') && state === 'started')
    .map(({ task: name }) => name);
  return { task, steps, code: lines.at(-1)?.error?.code };
};

test('stop, start, restart, recreate touch one instance alone', async () => {
  const other = (await instance(1)).agent;
  const before = other?.calls.length;
  const { row } = await instance(0);
  const stopped = await act('stop');
  expect(stopped).toMatchObject({ steps: ['Stopping instance'], task: { state: 'done', result: `nginx/${row?.uuid}` } });
  expect((await instance(0)).row).toMatchObject({ state: 'stopped', updateCompleted: true });
  expect((await act('stop')).steps).toEqual([]);
  expect((await act('start')).steps).toEqual(['Starting instance']);
  expect((await act('start')).steps).toEqual([]);
  expect((await act('restart')).steps).toEqual(['Stopping instance', 'Starting instance']);
  const { vm } = await instance(0);
  expect((await act('recreate')).steps).toEqual(['Stopping instance', 'Deleting VM', 'Creating VM', 'Starting instance']);
  expect((await instance(0)).vm?.cid).not.toBe(vm?.cid);
  expect((await instance(0)).agent?.mounted).toHaveLength(1);
  expect(other?.calls.slice(before).filter((call) => !call.startsWith('sync_dns'))).toEqual([]);
});

test('stop with hard deletes the VM; start makes it again', async () => {
  expect((await act('stop', { hard: true })).steps).toEqual(['Stopping instance', 'Deleting VM']);
  expect((await instance(0)).row).toMatchObject({ state: 'detached' });
  expect(h.cpi.vms.size).toBe(1);
  expect((await act('start')).steps).toEqual(['Creating VM', 'Starting instance']);
  expect((await instance(0)).agent?.mounted).toHaveLength(1);
});

test('an ignored instance and one of an errand are refused', async () => {
  const { row } = await instance(0);
  await h.store.write((tx) => tx.instances.update({ id: row?.id ?? -1 }, { ignore: true }));
  expect((await act('stop')).code).toBe(190020);
  await h.store.write(async (tx) => {
    await tx.instances.update({ id: row?.id ?? -1 }, { ignore: false });
    await tx.deployments.update({ name: 'nginx' }, { manifestText: errandOnly });
  });
  expect((await act('stop')).code).toBe(90000);
});

test('a start or restart finishes what a change before left undone: the disk that was not attached, what the infrastructure was not told', async () => {
  for (const action of ['restart', 'start']) {
    const { row, vm, agent } = await instance(0);
    const [disk] = await h.store.read.disks.all({ instanceId: row?.id ?? -1 });
    // As of a Director that died during a recreate, once the VM's row was stored.
    await h.store.write((tx) => tx.instances.update({ id: row?.id ?? -1 }, { updateCompleted: false }));
    if (agent !== undefined) agent.store = undefined;
    h.cpi.vms.get(vm?.cid ?? '')?.disks.clear();
    h.cpi.metadata.delete(vm?.cid ?? '');
    expect((await act(action)).task).toMatchObject({ state: 'done' });
    expect(agent?.mounted).toEqual([disk?.cid]);
    expect(h.cpi.metadata.get(vm?.cid ?? '')).toMatchObject({ id: row?.uuid });
    expect((await instance(0)).row).toMatchObject({ updateCompleted: true });
  }
});

test('an instance whose disk was orphaned is started with another', async () => {
  await act('stop');
  const { row } = await instance(0);
  const [disk] = await h.store.read.disks.all({ instanceId: row?.id ?? -1 });
  expect(await h.run('orphan_disk', { cid: disk?.cid })).toMatchObject({ state: 'done' });
  expect((await act('start')).task).toMatchObject({ state: 'done' });
  const { agent } = await instance(0);
  expect(agent?.mounted).toHaveLength(1);
  expect(agent?.mounted).not.toContain(disk?.cid);
});

test('instances that a failed deploy took away do not come back as names and addresses without VMs', async () => {
  const behaviour = h.cpi.behaviour;
  behaviour.jobState = 'failing';
  const fewer = two.replace('instances: 2', 'instances: 1').replace('nginx_conf: one', 'nginx_conf: two');
  expect(await h.deploy(fewer)).toMatchObject({ state: 'error' });
  const left = async () => {
    const { read } = h.store;
    return [(await read.instances.all()).map(({ uuid }) => uuid), (await read.reservations.all()).map(({ id }) => id)];
  };
  const before = await left();
  expect(before[0]).toHaveLength(1);
  expect((await act('restart')).task).toMatchObject({ state: 'error' });
  expect(await left()).toEqual(before);
  delete behaviour.jobState;
  expect((await act('restart')).task).toMatchObject({ state: 'done' });
  expect(await left()).toEqual(before);
});

test('a VM that waits for a swap that nobody makes any more is shut out', async () => {
  const swapping = two.replace('update: {', 'update: {vm_strategy: create-swap-delete, ');
  expect(await h.deploy(swapping)).toMatchObject({ state: 'done' });
  h.cpi.behaviour = { failMethods: ['prepare'] };
  expect(await h.deploy(swapping, { recreate: true })).toMatchObject({ state: 'error' });
  const waiting = await h.store.read.vms.all({ active: false });
  expect(waiting).toHaveLength(2);
  expect((await act('restart')).task).toMatchObject({ state: 'done' });
  expect(await h.store.read.orphanedVms.all()).toHaveLength(2);
  for (const { cid, agentId } of waiting) {
    expect(h.cpi.vms.get(cid ?? '')?.agent.calls).toContain('shutdown');
    expect(h.bus.authorized.has(agentId)).toBe(false);
  }
});
