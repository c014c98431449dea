import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../deploy/harness.test.support.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { listProblems } from './list-problems.js';

const three = manifest
  .replace('instances: 1', 'instances: 3')
  .replace('[10.0.9.165]', '[10.0.9.165, 10.0.9.166, 10.0.9.167]')
  .replace(/\["2601:0646:[^\]]*\]/, '["2601:646:100:69f1::165", "2601:646:100:69f1::166", "2601:646:100:69f1::167"]');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const listed = async () => {
  const deployment = await h.store.read.deployments.find({ name: 'nginx' });
  if (deployment === undefined) throw new Error('no deployment');
  return listProblems(h.store.read, deployment);
};
const scan = async () => {
  const task = await h.run('cck_scan', { deployment: 'nginx' });
  expect(task, await h.output(task, 'event')).toMatchObject({ state: 'done', result: 'scan complete' });
  return task;
};
const apply = (resolutions: Record<string, string | null>): Promise<TaskRow> => h.run('cck_apply', { deployment: 'nginx', resolutions });
/** Scans, and resolves the only problem. */
const resolve = async (name: string | null): Promise<TaskRow> => {
  await scan();
  const [problem, ...more] = await listed();
  expect(more).toEqual([]);
  return apply({ [String(problem?.id)]: name });
};
const stagesOf = async (task: TaskRow): Promise<string[]> => {
  const lines = (await h.output(task, 'event')).trim().split('\n');
  const parsed = lines.map((line) => JSON.parse(line) as { stage?: string; task?: string; state?: string });
  return parsed.filter(({ state }) => state === 'started').map(({ stage, task: name }) => `${stage}: ${name}`);
};
const firstVm = () => {
  const [[cid, vm] = ['']] = h.cpi.vms;
  if (vm === undefined) throw new Error('no VM');
  return { cid, vm };
};

describe('a scan', () => {
  test("of what is well finds nothing, and says so in the original's stages", async () => {
    await h.deploy(manifest);
    expect(await stagesOf(await scan())).toEqual([
      'Scanning 1 VMs: Checking VM states',
      'Scanning 1 VMs: 1 OK, 0 unresponsive, 0 missing, 0 unbound',
      'Scanning 1 persistent disks: Looking for inactive disks',
      'Scanning 1 persistent disks: 1 OK, 0 missing, 0 inactive, 0 mount-info mismatch',
    ]);
    expect(await listed()).toEqual([]);
  });

  test('finds VMs that are missing or silent, and leaves ignored instances out', async () => {
    await h.deploy(three);
    const [missing = '', silent = '', ignored = ''] = h.cpi.vms.keys();
    h.cpi.lose(missing);
    h.cpi.vms.get(silent)?.agent.end();
    h.cpi.vms.get(ignored)?.agent.end();
    const row = await h.store.read.vms.find({ cid: ignored });
    await h.store.write((tx) => tx.instances.update({ id: row?.instanceId ?? 0 }, { ignore: true }));
    expect((await stagesOf(await scan()))[1]).toBe('Scanning 3 VMs: 0 OK, 1 unresponsive, 1 missing, 0 unbound, 1 ignored');
    const found = await listed();
    expect(found.map(({ type }) => type).sort()).toEqual(['missing_vm', 'unresponsive_agent']);
    const of = (type: string) => found.find((problem) => problem.type === type);
    expect(of('missing_vm')).toMatchObject({ instance_group: 'nginx', description: expect.stringContaining(`'${missing}'`) });
    expect(of('missing_vm')?.resolutions.map(({ name }) => name)).toEqual([
      'ignore',
      'recreate_vm_without_wait',
      'recreate_vm',
      'delete_vm_reference',
    ]);
    expect(of('unresponsive_agent')?.resolutions.map(({ name }) => name)).toEqual([
      'ignore',
      'reboot_vm',
      'recreate_vm_without_wait',
      'recreate_vm',
      'delete_vm',
      'delete_vm_reference',
    ]);
    const again = await scan().then(listed);
    expect(again.map(({ type }) => type).sort()).toEqual(['missing_vm', 'unresponsive_agent']);
    for (const { id } of again) expect(found.map((problem) => problem.id)).not.toContain(id);
  });

  test('waits for an agent whose connection is lost only while its VM can run it', async () => {
    await h.deploy(three);
    const [gone = '', off = ''] = h.cpi.vms.keys();
    h.cpi.lose(gone);
    const info = { ...(await h.cpi.info()), capabilities: { idempotent_requests: true, vm_diagnostics: true } };
    const vmDiagnostics = async (cid: string) => ({ running: cid !== off, agentLog: [] });
    Object.assign(h.cpi, { info: async () => info, vmDiagnostics });
    Object.assign(h.bus, { isPresent: () => false, onPresence: () => () => undefined });
    expect((await stagesOf(await scan()))[1]).toBe('Scanning 3 VMs: 1 OK, 1 unresponsive, 1 missing, 0 unbound');
  });

  test('fails at once while another task has the deployment', async () => {
    await h.deploy(manifest);
    const gate = Promise.withResolvers<void>();
    const held = h.collaborators.locks.withLock('deployment:nginx', 1, () => gate.promise);
    const task = await h.run('cck_scan', { deployment: 'nginx' });
    gate.resolve();
    await held;
    expect(task).toMatchObject({ state: 'error', result: expect.stringContaining('deployment:nginx') });
  });
});

describe('a missing VM', () => {
  beforeEach(async () => {
    await h.deploy(manifest);
    h.cpi.lose(firstVm().cid);
  });

  test.each([
    ['recreate_vm', true],
    ['recreate_vm_without_wait', false],
    [null, false],
  ])('is made anew with its disk and addresses: %s', async (name, waits) => {
    const before = await h.store.read.reservations.all();
    const [disk] = h.cpi.disks;
    const task = await resolve(name);
    expect(task, await h.output(task, 'debug')).toMatchObject({ state: 'done', result: '1 resolved' });
    const { cid, vm } = firstVm();
    expect(vm.agent.mounted).toEqual([disk]);
    expect(vm.agent.calls).toContain('start');
    expect(vm.agent.calls.includes('run_script post-start')).toBe(waits);
    expect(await h.store.read.vms.all()).toMatchObject([{ cid, active: true }]);
    expect((await h.store.read.reservations.all()).map(({ first }) => first)).toEqual(before.map(({ first }) => first));
    expect(await stagesOf(task)).toEqual([expect.stringMatching(/^Applying problem resolutions: .* \(missing_vm 1\): Make a new VM, /)]);
    expect(await listed()).toEqual([]);
    await scan();
    expect(await listed()).toEqual([]);
  });

  test('is forgotten; the instance without VM is the next problem, and is mended too', async () => {
    expect(await resolve('delete_vm_reference')).toMatchObject({ state: 'done' });
    expect(await h.store.read.vms.all()).toEqual([]);
    const task = await resolve(null);
    expect(task, await h.output(task, 'debug')).toMatchObject({ state: 'done' });
    expect(firstVm().vm.agent.mounted).toHaveLength(1);
  });

  test('is skipped, and found again', async () => {
    expect(await resolve('ignore')).toMatchObject({ state: 'done', result: '1 resolved' });
    expect(await listed()).toEqual([]);
    await scan();
    expect(await listed()).toHaveLength(1);
  });

  test('has no resolution of another type', async () => {
    expect(await resolve('reboot_vm')).toMatchObject({ state: 'error', result: expect.stringContaining("no resolution 'reboot_vm'") });
    expect(await listed()).toHaveLength(1);
  });

  test('is no problem any more once its deployment is gone', async () => {
    await scan();
    await h.run('delete_deployment', { deployment: 'nginx' });
    expect(await h.store.read.problems.all()).toEqual([]);
  });
});

describe('a silent agent', () => {
  beforeEach(async () => {
    await h.deploy(manifest);
    firstVm().vm.agent.end();
  });

  test('is left alone unless somebody chooses', async () => {
    const { cid } = firstVm();
    expect(await resolve(null)).toMatchObject({ state: 'done' });
    expect(firstVm().cid).toBe(cid);
  });

  test('gets a new VM, and the old one is deleted', async () => {
    const { cid } = firstVm();
    const task = await resolve('recreate_vm');
    expect(task, await h.output(task, 'debug')).toMatchObject({ state: 'done' });
    expect([...h.cpi.vms.keys()]).not.toContain(cid);
    expect(firstVm().vm.agent.mounted).toHaveLength(1);
  });

  test('whose VM is deleted leaves the disk and its addresses', async () => {
    expect(await resolve('delete_vm')).toMatchObject({ state: 'done' });
    expect(h.cpi.vms.size).toBe(0);
    expect(await h.store.read.disks.all()).toHaveLength(1);
    expect((await h.store.read.reservations.all()).map(({ vmId }) => vmId)).toEqual([null, null]);
  });

  test('whose disk was taken from it, and no more, is not taken for whole', async () => {
    const { detachDisk } = h.cpi;
    h.cpi.detachDisk = async (...args) => {
      await detachDisk.apply(h.cpi, args);
      throw new Error('cut off');
    };
    expect(await resolve('delete_vm')).toMatchObject({ state: 'error' });
    expect(await h.store.read.instances.all()).toMatchObject([{ updateCompleted: false }]);
  });

  test('that stays silent after the reboot is told', async () => {
    expect(await resolve('reboot_vm')).toMatchObject({ state: 'error', result: expect.stringContaining('does not answer after') });
    expect(h.cpi.calls).toContain('reboot_vm');
  });
});

describe('disks', () => {
  beforeEach(() => h.deploy(manifest));

  test('a missing one is forgotten, and a next deploy makes another', async () => {
    const [disk = ''] = h.cpi.disks;
    h.cpi.disks.delete(disk);
    expect(await resolve('delete_disk_reference')).toMatchObject({ state: 'done' });
    expect(await h.store.read.disks.all()).toEqual([]);
    expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
    expect([...h.cpi.disks]).not.toEqual([disk]);
    expect(h.cpi.disks.size).toBe(1);
  });

  test('one that is not in use is taken away only when it is not mounted, and made the used one only when it is', async () => {
    await h.store.write((tx) => tx.disks.update({ id: 1 }, { active: false }));
    expect(await resolve('delete_disk')).toMatchObject({ state: 'error', result: expect.stringContaining('is mounted') });
    expect(await resolve('activate_disk')).toMatchObject({ state: 'done' });
    expect(await h.store.read.disks.all()).toMatchObject([{ active: true }]);
    await h.store.write((tx) => tx.disks.update({ id: 1 }, { active: false }));
    firstVm().vm.agent.store = undefined;
    expect(await resolve('activate_disk')).toMatchObject({ state: 'error', result: expect.stringContaining('not mounted') });
    expect(await resolve('delete_disk')).toMatchObject({ state: 'done' });
    expect(await h.store.read.orphanDisks.all()).toHaveLength(1);
  });

  test('one that is mounted nowhere is attached again', async () => {
    const { vm } = firstVm();
    const [disk] = h.cpi.disks;
    vm.agent.store = undefined;
    vm.disks.clear();
    await scan();
    expect(await listed()).toMatchObject([{ type: 'mount_info_mismatch', data: { owner_vms: [] } }]);
    expect(await resolve('reattach_disk')).toMatchObject({ state: 'done' });
    expect(vm.agent.mounted).toEqual([disk]);
    expect([...vm.disks]).toEqual([disk]);
  });

  test('a problem whose disk is gone from the database is closed', async () => {
    firstVm().vm.agent.store = undefined;
    await scan();
    await h.store.write((tx) => tx.disks.delete({ id: 1 }));
    const [problem] = await listed();
    expect(problem).toMatchObject({ type: 'invalid_problem', resolutions: [{ name: 'close' }] });
    expect(await apply({ [String(problem?.id)]: null })).toMatchObject({ state: 'done', result: '1 resolved' });
    expect(await listed()).toEqual([]);
  });
});

test('scan_and_fix mends those that it is told of and that need it, by index and by UUID, and runs post-deploy', async () => {
  await h.deploy(three);
  const cids = [...h.cpi.vms.keys()];
  const rows = await h.store.read.instances.all();
  const vms = await h.store.read.vms.all();
  const lost = rows.slice(0, 2).map(({ id }) => vms.find(({ instanceId }) => instanceId === id)?.cid ?? '');
  for (const cid of lost) h.cpi.lose(cid);
  const task = await h.run('cck_scan_and_fix', { deployment: 'nginx', jobs: { nginx: [rows[0]?.uuid, rows[2]?.index] } });
  expect(task, await h.output(task, 'debug')).toMatchObject({ state: 'done', result: 'scan and fix complete' });
  const fresh = [...h.cpi.vms].filter(([cid]) => !cids.includes(cid));
  expect(fresh).toHaveLength(1);
  expect(fresh[0]?.[1].agent.calls.at(-1)).toBe('run_script post-deploy');
  expect(await h.store.read.vms.find({ instanceId: rows[1]?.id ?? 0 })).toMatchObject({ cid: lost[1] });
  await h.run('cck_scan_and_fix', { deployment: 'nginx', jobs: { nginx: [String(rows[1]?.index)] } });
  expect((await h.store.read.vms.find({ instanceId: rows[1]?.id ?? 0 }))?.cid).not.toBe(lost[1]);
});

test('scan_and_fix starts the jobs of one that an earlier such task left half-done on its new VM, and leaves others alone', async () => {
  await h.deploy(three);
  const [first, second] = await h.store.read.instances.all();
  const [lost] = await h.store.read.vms.all({ instanceId: first?.id ?? 0 });
  h.cpi.lose(lost?.cid ?? '');
  h.cpi.behaviour.failMethods = ['start'];
  const jobs = { nginx: [first?.uuid, second?.uuid] };
  expect(await h.run('cck_scan_and_fix', { deployment: 'nginx', jobs })).toMatchObject({ state: 'error' });
  h.cpi.behaviour.failMethods = [];
  const [made] = await h.store.read.vms.all({ instanceId: first?.id ?? 0 });
  const agentOf = (id = 0) => h.store.read.vms.find({ instanceId: id }).then((vm) => h.cpi.vms.get(vm?.cid ?? '')?.agent);
  expect((await agentOf(first?.id))?.calls).not.toContain('run_script post-start');
  await h.store.write((tx) => tx.instances.update({ id: second?.id ?? 0 }, { updateCompleted: false }));
  const before = (await agentOf(second?.id))?.calls.filter((call) => call === 'start').length;

  const again = await h.run('cck_scan_and_fix', { deployment: 'nginx', jobs, halfDone: [first?.uuid] });
  expect(again, await h.output(again, 'debug')).toMatchObject({ state: 'done' });
  expect(await h.store.read.vms.all({ instanceId: first?.id ?? 0 })).toEqual([made]);
  expect((await agentOf(first?.id))?.calls.slice(-2)).toEqual(['run_script post-start', 'run_script post-deploy']);
  expect(await h.store.read.instances.find({ id: first?.id ?? 0 })).toMatchObject({ updateCompleted: true });
  expect((await agentOf(second?.id))?.calls.filter((call) => call === 'start')).toHaveLength(before ?? -1);
});

test('scan_and_fix brings up what was left half-done also where another VM cannot be made', async () => {
  await h.deploy(three);
  const [left, other] = await h.store.read.instances.all();
  await h.store.write((tx) => tx.instances.update({ id: left?.id ?? 0 }, { updateCompleted: false }));
  h.cpi.lose((await h.store.read.vms.find({ instanceId: other?.id ?? 0 }))?.cid ?? '');
  h.cpi.failCreateVm = 'no room';
  const payload = { deployment: 'nginx', jobs: { nginx: [left?.uuid, other?.uuid] }, halfDone: [left?.uuid] };
  expect(await h.run('cck_scan_and_fix', payload)).toMatchObject({ state: 'error' });
  expect(await h.store.read.instances.find({ id: left?.id ?? 0 })).toMatchObject({ updateCompleted: true });
  expect(await h.store.read.instances.find({ id: other?.id ?? 0 })).toMatchObject({ updateCompleted: false });
});
