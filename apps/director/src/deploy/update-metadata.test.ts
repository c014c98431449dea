import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const tagged = (tags: string): string => `${manifest}tags: ${tags}\n`;

test('changed tags are told to the infrastructure, while the jobs run on; once', async () => {
  expect(await h.deploy(tagged('{team: a}'))).toMatchObject({ state: 'done' });
  const [[cid, vm] = []] = [...h.cpi.vms];
  const told = (): unknown => h.cpi.metadata.get(cid ?? '');
  const before = told() as object;
  expect(before).toMatchObject({ team: 'a', deployment: 'nginx' });
  vm?.agent.calls.splice(0);
  const task = await h.deploy(tagged('{team: b}'));
  expect(task).toMatchObject({ state: 'done' });
  expect(await h.stages(task)).toContain('Updating instance');
  expect(told()).toEqual({ ...before, team: 'b' });
  expect(vm?.agent.calls).not.toContain('stop');
  expect(vm?.agent.calls).not.toContain('apply');
  expect(await h.stages(await h.deploy(tagged('{team: b}')))).not.toContain('Updating instance');
});

test('with other changes, and with a restart of one instance, they are told too', async () => {
  await h.deploy(tagged('{team: a}'));
  const told = (): unknown => [...h.cpi.metadata.values()].at(-1);
  expect(await h.deploy(tagged('{team: b}').replace('nginx_conf: one', 'nginx_conf: two'))).toMatchObject({ state: 'done' });
  expect(told()).toMatchObject({ team: 'b' });
  const [row] = await h.store.read.instances.all();
  const { tags: _, ...untold } = (row?.spec ?? {}) as Record<string, never>;
  await h.store.write((tx) => tx.instances.update({ id: row?.id ?? 0 }, { spec: untold }));
  h.cpi.metadata.clear();
  expect(await h.run('update_instance', { deployment: 'nginx', instanceId: row?.id, action: 'restart' })).toMatchObject({ state: 'done' });
  expect(told()).toMatchObject({ team: 'b' });
});

test('of a stopped instance they are told at once, though its other changes wait', async () => {
  await h.deploy(tagged('{team: a}'));
  const stop = { stored: true, stateChange: { group: '*', state: 'stopped' } } as const;
  expect(await h.deploy(tagged('{team: a}'), stop)).toMatchObject({ state: 'done' });
  const told = (): unknown => [...h.cpi.metadata.values()].at(-1);
  expect(await h.deploy(tagged('{team: b}').replace('nginx_conf: one', 'nginx_conf: two'))).toMatchObject({ state: 'done' });
  expect(told()).toMatchObject({ team: 'b' });
});
