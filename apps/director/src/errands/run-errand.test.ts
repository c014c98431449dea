import { cpiError } from '@bosh6/cpi-protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { errandGroup, type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import { findErrands } from './find-errands.js';

const service = manifest
  .replace('instances: 1', 'instances: 2')
  .replace(', static_ips: [10.0.9.165]', '')
  .replace(/, static_ips: \["2601.*?"\]/, '');
const both = `${service}${errandGroup}`;

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(both)).toMatchObject({ state: 'done' });
});
afterEach(() => h.close());

const run = (errand: string, options: object = {}) =>
  h.run('run_errand', { deployment: 'nginx', errand, keepAlive: false, whenChanged: false, instances: [], ...options });
const results = async (task: Parameters<Harness['output']>[0]) =>
  (await h.output(task, 'result'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const errorCode = async (task: Parameters<Harness['output']>[0]): Promise<number> =>
  JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}').error?.code;
const rows = (group: string) => h.store.read.instances.all({ group });

test('errands are the jobs with a bin/run and the errand groups; a deploy makes no VM for these', async () => {
  const [deployment] = await h.store.read.deployments.all();
  if (deployment === undefined) throw new Error('nothing was deployed');
  const { jobs, groups } = await findErrands(h.store.read, deployment);
  expect([...jobs]).toEqual([['nginx', ['nginx', 'smoke']]]);
  expect([...groups]).toEqual([['smoke', 'nginx']]);
  expect(h.cpi.vms.size).toBe(2);
});

test("an addon's job that has a bin/run is an errand too", async () => {
  await h.store.write(async (tx) => {
    const [job] = await tx.releases.jobs.all();
    const { id: releaseId } = await tx.releases.insert({ name: 'tools' });
    const { id: _, ...probe } = { ...job, name: 'probe', releaseId } as NonNullable<typeof job>;
    const { id } = await tx.releases.jobs.insert({ ...probe, spec: { ...(probe.spec as object), name: 'probe', packages: [] } });
    const version = { releaseId, version: '1', commitHash: 'x', uncommittedChanges: false, updateCompleted: true };
    await tx.releases.versions.insert({ ...version, packageIds: [], jobIds: [id] });
    const content = `releases: [{name: tools, version: '1'}]
addons:
- name: probe
  jobs: [{name: probe, release: tools, properties: {nginx_conf: x}}]
  include: {instance_groups: [nginx]}
`;
    await tx.configs.insert({ type: 'runtime', name: 'default', content, deleted: false, createdAt: 0 });
  });
  expect(await h.deploy(both)).toMatchObject({ state: 'done' });
  const [deployment] = await h.store.read.deployments.all();
  const { jobs } = await findErrands(h.store.read, deployment as NonNullable<typeof deployment>);
  expect([...jobs]).toEqual([
    ['nginx', ['nginx', 'smoke']],
    ['probe', ['nginx']],
  ]);
  expect(await run('probe')).toMatchObject({ result: '2 succeeded, 0 errored, 0 canceled' });
});

test('an errand group: its VM is made, runs, and goes; the next run has the same instance and addresses', async () => {
  const task = await run('smoke');
  expect(await errorCode(task)).toBeUndefined();
  expect(task).toMatchObject({ state: 'done', result: '1 succeeded, 0 errored, 0 canceled' });
  const [row] = await rows('smoke');
  expect(await h.stages(task)).toEqual([
    'Preparing deployment',
    'Preparing package compilation',
    'Creating missing vms',
    'Updating instance',
    'Running errand',
    `Fetching logs for smoke/${row?.uuid} (0)`,
    'Deleting errand instances',
  ]);
  const [result] = await results(task);
  expect(result).toMatchObject({
    instance: { group: 'smoke', id: row?.uuid },
    errand_name: 'smoke',
    exit_code: 0,
    stdout: 'out',
    stderr: '',
  });
  expect(await h.collaborators.blobs.exists(result.logs.blobstore_id)).toBe(true);
  expect(await h.store.read.passingBlobs.all()).toMatchObject([{ blobstoreId: result.logs.blobstore_id }]);
  expect(row).toMatchObject({ state: 'detached' });
  expect(h.cpi.vms.size).toBe(2);
  const held = await h.store.read.reservations.all({ instanceId: row?.id ?? -1 });
  expect(held).toHaveLength(1);
  await run('smoke');
  expect((await rows('smoke')).map(({ uuid }) => uuid)).toEqual([row?.uuid]);
  expect((await h.store.read.reservations.all({ instanceId: row?.id ?? -1 })).map(({ first }) => first)).toEqual(
    held.map(({ first }) => first),
  );
});

test('keep-alive keeps the VM for the next run', async () => {
  await run('smoke', { keepAlive: true });
  expect(h.cpi.vms.size).toBe(3);
  const task = await run('smoke');
  expect(await h.stages(task)).not.toContain('Creating missing vms');
  expect(h.cpi.vms.size).toBe(2);
});

test('when-changed skips what succeeded before, until something changes', async () => {
  const again = () => run('smoke', { whenChanged: true });
  const says = "errand 'smoke' was skipped: it succeeded the last time, and nothing has changed since";
  const first = await again();
  expect(first).toMatchObject({ result: '1 succeeded, 0 errored, 0 canceled' });
  expect(await h.output(first, 'event')).not.toContain(says);
  const skipped = await again();
  expect(skipped).toMatchObject({ state: 'done', result: 'skipped - no changes detected' });
  expect(await h.output(skipped, 'event')).toContain(says);
  await h.deploy(both.replace('nginx_conf: smoke', 'nginx_conf: other'));
  expect(await again()).toMatchObject({ result: '1 succeeded, 0 errored, 0 canceled' });
  const job = () => run('nginx', { whenChanged: true, instances: [{ group: 'nginx' }] });
  expect(await job()).toMatchObject({ result: '2 succeeded, 0 errored, 0 canceled' });
  expect(await job()).toMatchObject({ result: 'skipped - no changes detected' });
});

test('a failed run counts as none, fails no task, and its VM goes all the same', async () => {
  h.cpi.behaviour = { errand: { stdout: '', stderr: 'no', exit_code: 3 } };
  const task = await run('smoke', { whenChanged: true });
  expect(task).toMatchObject({ state: 'done', result: '0 succeeded, 1 errored, 0 canceled' });
  expect((await results(task))[0]).toMatchObject({ exit_code: 3, stderr: 'no' });
  expect(h.cpi.vms.size).toBe(2);
  h.cpi.behaviour = { errand: { stdout: '', stderr: '', exit_code: 143 } };
  expect(await run('smoke', { whenChanged: true })).toMatchObject({ result: '0 succeeded, 0 errored, 1 canceled' });
});

test('a job runs on the instances that are chosen, where they are', async () => {
  const [first, second] = await rows('nginx');
  const on = async (...instances: object[]) => {
    const task = await run('nginx', { instances });
    return { code: await errorCode(task), ids: (await results(task)).map(({ instance }) => instance.id).sort() };
  };
  expect((await on({ group: 'nginx' })).ids).toEqual([first?.uuid, second?.uuid].sort());
  expect((await on({ group: 'nginx', id: '1' })).ids).toEqual([second?.uuid]);
  expect((await on({ group: 'nginx', id: second?.uuid })).ids).toEqual([second?.uuid]);
  expect((await on({ group: 'nginx', id: 'first' })).ids).toEqual([first?.uuid]);
  expect((await on({ group: 'nginx', id: '7' })).code).toBe(510000);
  expect((await on({ group: 'moon' })).code).toBe(510000);
  expect(await run('nginx')).toMatchObject({ result: '3 succeeded, 0 errored, 0 canceled' });
  expect(h.cpi.vms.size).toBe(2);
});

test('refused: what is no errand, chosen instances of a group, and an instance that is stopped', async () => {
  expect(await errorCode(await run('moon'))).toBe(510000);
  expect(await errorCode(await run('smoke', { instances: [{ group: 'smoke' }] }))).toBe(510000);
  await h.store.write((tx) => tx.instances.update({ group: 'nginx', index: 0 }, { state: 'stopped' }));
  expect(await errorCode(await run('nginx'))).toBe(510000);
});

test.each(['', ', with a dynamic disk on it'])('a cancel reaches the agent, and the VM goes%s', async (what) => {
  h.cpi.behaviour = { errand: 'endless' };
  const payload = { deployment: 'nginx', errand: 'smoke', keepAlive: false, whenChanged: false, instances: [] };
  const id = await h.queue.enqueue({ type: 'run_errand', description: 'run errand', deployment: 'nginx', user: 'admin', payload });
  const running = () => [...h.cpi.vms.values()].map(({ agent }) => agent).find(({ calls }) => calls.includes('run_errand'));
  await expect.poll(running, { timeout: 5000 }).toBeDefined();
  const agent = running();
  if (what !== '') {
    const disk = { name: 'data', pool: 'small', sizeMib: 10, instance: (await rows('smoke'))[0]?.uuid };
    expect(await h.run('provide_dynamic_disk', disk)).toMatchObject({ state: 'done' });
  }
  await h.queue.cancel(id);
  expect(await h.queue.ended(id)).toMatchObject({ state: 'cancelled' });
  expect(agent?.calls).toContain('cancel_task');
  expect(h.cpi.vms.size).toBe(2);
  expect(await h.store.read.dynamicDisks.all()).toMatchObject(
    what === '' ? [] : [{ vmCid: null, instanceId: (await rows('smoke'))[0]?.id }],
  );
});

test('a group whose disk was taken from its VM, and no more: the next run has it mounted again', async () => {
  const withDisk = both.replace('  lifecycle: errand\n', '  lifecycle: errand\n  persistent_disk_type: small\n');
  expect(await h.deploy(withDisk)).toMatchObject({ state: 'done' });
  const { detachDisk } = h.cpi;
  const cutOff = vi.spyOn(h.cpi, 'detachDisk').mockImplementation(async (vm, disk) => {
    await detachDisk.call(h.cpi, vm, disk);
    const there = h.cpi.vms.get(vm)?.agent;
    if (there !== undefined) there.store = undefined;
    throw cpiError('CloudError', 'cut off');
  });
  expect(await run('smoke')).toMatchObject({ state: 'error' });
  cutOff.mockRestore();
  const [row] = await rows('smoke');
  const disks = (await h.store.read.disks.all({ instanceId: row?.id ?? -1 })).map(({ cid }) => cid);
  expect(disks).toHaveLength(1);
  expect(await run('smoke', { keepAlive: true })).toMatchObject({ state: 'done' });
  const vm = await h.store.read.vms.find({ instanceId: row?.id ?? -1 });
  expect(h.cpi.vms.get(vm?.cid ?? '')?.agent.mounted).toEqual(disks);
  expect(await run('smoke', { whenChanged: true })).toMatchObject({ result: 'skipped - no changes detected' });
  expect((await rows('smoke'))[0]).toMatchObject({ state: 'detached', updateCompleted: true });
});

test('a run shuts out VMs that wait for a swap of other groups, and leaves no instances of theirs without VMs', async () => {
  const swapping = both.replace('update: {', 'update: {vm_strategy: create-swap-delete, ');
  expect(await h.deploy(swapping)).toMatchObject({ state: 'done' });
  h.cpi.behaviour = { failMethods: ['prepare'] };
  expect(await h.deploy(swapping, { recreate: true })).toMatchObject({ state: 'error' });
  const waiting = await h.store.read.vms.all({ active: false });
  expect(waiting).toHaveLength(2);
  h.cpi.behaviour = {};
  expect(await run('smoke')).toMatchObject({ state: 'done' });
  for (const { cid, agentId } of waiting) {
    expect(h.cpi.vms.get(cid ?? '')?.agent.calls).toContain('shutdown');
    expect(h.bus.authorized.has(agentId)).toBe(false);
  }
  expect(await rows('nginx')).toHaveLength(2);
});
