import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTools } from '../engine/scope.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';
import { previewDeploy } from './plan/preview-deploy.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(manifest)).toMatchObject(done);
});
afterEach(() => h.close());

const done = { state: 'done' };
const cids = (): string[] => [...h.cpi.vms.keys()];
const agent = () => [...h.cpi.vms.values()][0]?.agent;
const plan = (options: object) =>
  previewDeploy(
    createTools(h.collaborators),
    { deployment: 'nginx', manifestText: manifest, ...options },
    { user: 'admin', showSecrets: false, signal: new AbortController().signal },
  );
const calls = async (work: () => Promise<unknown>): Promise<string[]> => {
  const known = agent()?.calls.length;
  await work();
  return agent()?.calls.slice(known) ?? [];
};
const disksOf = async () => {
  const { disks, orphanDisks } = h.store.read;
  return { own: (await disks.all()).map(({ cid }) => cid), orphans: (await orphanDisks.all()).map(({ cid }) => cid) };
};

const disks = { recreatePersistentDisks: true };

test('a recreated disk: jobs stop, the agent copies, the old one is orphaned; the plan and a dry run said so', async () => {
  const vms = cids();
  const [old = ''] = h.cpi.disks;
  const { id, instances } = await plan(disks);
  expect(instances).toMatchObject([
    {
      action: 'update',
      vm: 'keep',
      disk: 'replace',
      changes: [{ kind: 'recreate_persistent_disks', reason: 'a new persistent disk was asked for' }],
    },
  ]);
  expect(await h.deploy(manifest, { ...disks, dryRun: true })).toMatchObject(done);
  expect(await disksOf()).toEqual({ own: [old], orphans: [] });
  const made = await calls(async () => expect(await h.deploy(manifest, { ...disks, plan: id })).toMatchObject(done));
  const steps = ['drain', 'stop', 'mount_disk', 'migrate_disk', 'start'];
  expect(made.filter((call) => steps.includes(call))).toEqual(steps);
  expect(agent()?.drained).toBe('shutdown');
  const { own, orphans } = await disksOf();
  expect(orphans).toEqual([old]);
  expect(own).toEqual([agent()?.store]);
  expect(own).not.toEqual([old]);
  expect(cids()).toEqual(vms);
  expect((await plan({})).is_noop).toBe(true);
});

test('when the copy fails, the new disk goes and the old one stays; the next deploy goes on with it', async () => {
  const [old = ''] = h.cpi.disks;
  h.cpi.behaviour.failMethods = ['migrate_disk'];
  expect(await h.deploy(manifest, disks)).toMatchObject({ state: 'error' });
  expect(await disksOf()).toEqual({ own: [old], orphans: [] });
  expect([...h.cpi.disks]).toEqual([old]);
  h.cpi.behaviour.failMethods = [];
  expect(await h.deploy(manifest)).toMatchObject(done);
  expect(agent()).toMatchObject({ store: old, mounted: [old] });
});

test('only VMs that are old enough are made anew, and the plan says which', async () => {
  const [vm] = await h.store.read.vms.all();
  const at = vm?.createdAt ?? 0;
  const [first] = cids();
  const young = { recreate: true, recreateCreatedBefore: at };
  expect(await plan(young)).toMatchObject({ is_noop: true, warnings: [] });
  expect(await h.deploy(manifest, young)).toMatchObject(done);
  expect(cids()).toEqual([first]);
  const old = { recreate: true, recreateCreatedBefore: at + 1 };
  expect((await plan(old)).instances).toMatchObject([{ action: 'recreate', changes: [{ kind: 'recreate' }] }]);
  expect(await h.deploy(manifest, old)).toMatchObject(done);
  expect(cids()).not.toContain(first);
  const [next] = cids();
  const recreate = { stored: true, stateChange: { group: 'nginx', state: 'recreate' }, recreateCreatedBefore: at + 1 };
  expect(await h.deploy(manifest, recreate)).toMatchObject(done);
  expect(cids()).toEqual([next]);
});

test('a time in the future spares none, and plan and task warn of it', async () => {
  const [first] = cids();
  const future = { recreate: true, recreateCreatedBefore: Date.parse('2999-01-01T00:00:00Z') };
  const warning = expect.stringContaining('2999-01-01T00:00:00Z, which is in the future');
  expect((await plan(future)).warnings).toEqual([warning]);
  expect(await h.output(await h.deploy(manifest, future), 'event')).toEqual(warning);
  expect(cids()).not.toContain(first);
});

test('a plan with other flags is another plan', async () => {
  const { id } = await plan({ recreate: true, recreateCreatedBefore: 1 });
  expect(await h.deploy(manifest, { plan: id, recreate: true, recreateCreatedBefore: 2 })).toMatchObject({ state: 'error' });
  expect(await h.deploy(manifest, { plan: (await plan(disks)).id })).toMatchObject({ state: 'error' });
});
