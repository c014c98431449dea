import { VirtualWorld } from '@bosh6/base';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, startHarness } from '../deploy/harness.test.support.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { cleanupTask } from './delete-orphaned-vms.js';
import { scheduleCleanup } from './schedule-cleanup.js';

let h: Harness;
let world: VirtualWorld;
let stop: () => void = () => undefined;
beforeEach(async () => {
  h = await startHarness();
  world = new VirtualWorld();
});
afterEach(async () => {
  stop();
  await h.close();
});

const orphan = (cid: string) =>
  h.store.write((tx) =>
    tx.orphanedVms.insert({ cid, agentId: cid, cpi: '', az: null, deploymentName: 'd', instanceName: 'g/u', orphanedAt: 0 }),
  );
const cleanups = async (): Promise<TaskRow[]> => (await h.store.read.tasks.all()).filter(({ type }) => type === cleanupTask);
const left = (): Promise<number> => h.store.read.orphanedVms.count();
const start = (): void => {
  stop = scheduleCleanup({ ...h.collaborators, world });
};

test('orphans of an earlier run are deleted at once, later ones within five minutes; without any there is no task', async () => {
  await orphan('one');
  start();
  await expect.poll(left).toBe(0);
  world.advance(300_000);
  world.advance(300_000);
  await orphan('two');
  world.advance(299_000);
  expect(await left()).toBe(1);
  world.advance(1000);
  await expect.poll(left).toBe(0);
  const tasks = await cleanups();
  for (const { id } of tasks) await h.queue.ended(id);
  expect(tasks).toMatchObject([{ user: 'scheduler' }, { user: 'scheduler' }]);
});

test('no task is begun while one waits or works, and none once it was stopped', async () => {
  const gate = Promise.withResolvers<void>();
  h.cpi.deleteVm = () => gate.promise;
  await orphan('one');
  start();
  await expect.poll(async () => (await cleanups())[0]?.state).toBe('processing');
  world.advance(300_000);
  world.advance(300_000);
  await orphan('two');
  gate.resolve();
  await h.queue.ended((await cleanups())[0]?.id ?? 0);
  stop();
  world.advance(600_000);
  expect(await left()).toBe(1);
  expect(await cleanups()).toHaveLength(1);
});
