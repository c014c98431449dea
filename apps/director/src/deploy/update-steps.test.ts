import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const agent = () => [...h.cpi.vms.values()][0]?.agent;

test('dynamic drain: the agent is asked again until its scripts say that they are done, then the jobs stop', async () => {
  const behaviour: Harness['cpi']['behaviour'] = {};
  h.cpi.behaviour = behaviour;
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  const before = agent()?.calls.length;
  behaviour.drains = [-1, 0];
  expect(await h.deploy(manifest.replace('nginx_conf: one', 'nginx_conf: two'))).toMatchObject({ state: 'done' });
  const steps = agent()
    ?.calls.slice(before)
    .filter((call) => /^(run_script|drain|stop|apply|start)/.test(call));
  expect(steps).toEqual([
    'run_script pre-stop',
    'drain',
    'drain',
    'stop',
    'run_script post-stop',
    'apply',
    'run_script pre-start',
    'start',
    'run_script post-start',
    'run_script post-deploy',
  ]);
  expect(agent()?.drained).toBe('status');
});

test('a newer stemcell: packages are compiled for it, the VM is a new one of it, and the disk comes along', async () => {
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  const [disk] = h.cpi.disks;
  const stemcell = { name: 'lab', version: '1.1', os: 'debian-bookworm', cid: 'newer', sha1: 'y', cpi: '', apiVersion: 3 };
  await h.store.write((tx) => tx.stemcells.insert(stemcell));
  const compiled = await h.store.read.compiledPackages.count();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  expect(await h.store.read.compiledPackages.count()).toBe(2 * compiled);
  const [vm, ...more] = h.cpi.vms.values();
  expect(more).toEqual([]);
  expect(vm).toMatchObject({ request: { stemcellCid: 'newer' }, agent: { store: disk } });
  expect(await h.store.read.vms.all()).toMatchObject([{ stemcellVersion: '1.1' }]);
});

test('migrated_from: the instances of the former group are those of the new one, with their ids, disks and addresses', async () => {
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  const [before] = await h.store.read.instances.all();
  const disks = [...h.cpi.disks];
  const renamed = manifest.replace('- name: nginx\n  instances', '- name: web\n  migrated_from: [{name: nginx}]\n  instances');
  expect(await h.deploy(renamed)).toMatchObject({ state: 'done' });
  expect(await h.store.read.instances.all()).toMatchObject([{ id: before?.id, uuid: before?.uuid, group: 'web', index: 0 }]);
  expect([...h.cpi.disks]).toEqual(disks);
  expect(h.cpi.vms.size).toBe(1);
  expect(agent()?.store).toBe(disks[0]);
  expect(await h.store.read.orphanDisks.all()).toEqual([]);
});

test('where all of the first zone rests, canaries are of the next one', async () => {
  const wide = manifest.replace('instances: 1', 'instances: 4').replace('azs: [z1]', 'azs: [z1, z2]');
  const free = wide.replace(/, static_ips: \[[^\]]*\]/g, '').replace('max_in_flight: 1', 'max_in_flight: 5');
  expect(await h.deploy(free)).toMatchObject({ state: 'done' });
  const rows = await h.store.read.instances.all();
  const first = rows.find(({ bootstrap }) => bootstrap)?.az;
  for (const { uuid } of rows.filter(({ az }) => az === first)) {
    const stop = { stored: true, stateChange: { group: 'nginx', id: uuid, state: 'stopped' } } as const;
    expect(await h.deploy(free, stop)).toMatchObject({ state: 'done' });
  }
  const output = await h.output(await h.deploy(free.replace('nginx_conf: one', 'nginx_conf: two')), 'event');
  const [, canary] = /"task":"nginx\/(\S+) \(\d+\) \(canary\)"/.exec(output) ?? [];
  expect(rows.find(({ uuid }) => uuid === canary)?.az).not.toBe(first);
  expect(canary).toBeDefined();
});

test('canaries of the first zone come first, one at a time, then zone by zone', async () => {
  const wide = manifest.replace('instances: 1', 'instances: 5').replace('azs: [z1]', 'azs: [z1, z2]');
  const free = wide.replace(/, static_ips: \[[^\]]*\]/g, '').replace('max_in_flight: 1', 'max_in_flight: 5');
  expect(await h.deploy(free)).toMatchObject({ state: 'done' });
  const task = await h.deploy(free.replace('nginx_conf: one', 'nginx_conf: two'));
  const lines = (await h.output(task, 'event')).trim().split('\n');
  const events = lines.map((line) => JSON.parse(line) as { stage?: string; task: string; state: string });
  const steps = events.filter(({ stage, state }) => stage === 'Updating instance' && state !== 'in_progress');
  const rows = await h.store.read.instances.all();
  const zoneOf = (title: string) => rows.find(({ uuid }) => title.includes(uuid))?.az;
  expect(steps.slice(0, 2).map((step) => [step.task.includes('(canary)'), step.state])).toEqual([
    [true, 'started'],
    [true, 'finished'],
  ]);
  const first = zoneOf(steps[0]?.task ?? '');
  const zones = steps.map((step) => (zoneOf(step.task) === first ? 'first' : 'second'));
  expect(zones).toHaveLength(10);
  expect(zones).toContain('second');
  expect(zones).toEqual([...zones].sort());
  expect(steps.slice(2).map(({ task: title }) => title.includes('(canary)'))).not.toContain(true);
});
