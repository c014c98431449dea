import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf, lostIn, unmendedBy } from './faults.test.support.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

const changed = manifest.replace('nginx_conf: one', 'nginx_conf: two');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
});
afterEach(() => h.close());

const agent = () => [...h.cpi.vms.values()][0]?.agent;
const failureIn = async (hook: string): Promise<string> => {
  const [row] = await h.store.read.instances.all();
  return `'${hook.split(' ')[0]}' failed in nginx/${row?.uuid} (0): told to`;
};

test.each([
  { hook: 'run_script pre-stop', never: 'drain' },
  { hook: 'drain', never: 'stop' },
  { hook: 'run_script post-stop', never: 'apply' },
  { hook: 'run_script pre-start', never: 'start' },
  { hook: 'run_script post-start', never: 'run_script post-deploy' },
])('$hook fails: 450001, $never is not reached, the manifest is not taken', async ({ hook, never }) => {
  const before = agent()?.calls.length;
  h.cpi.behaviour.failMethods = [hook];
  expect(await failureOf(h, await h.deploy(changed))).toMatchObject({
    state: 'error',
    code: 450001,
    message: await failureIn(hook),
    told: true,
  });
  const calls = agent()?.calls.slice(before);
  expect(calls).toContain(hook);
  expect(calls).not.toContain(never);
  expect(await h.store.read.instances.all()).toMatchObject([{ updateCompleted: false }]);
  expect(await h.store.read.deployments.all()).toMatchObject([{ manifestText: manifest }]);
  expect(await lostIn(h)).toEqual([]);
  h.cpi.behaviour.failMethods = [];
  expect(await unmendedBy(h, changed)).toEqual([]);
});

test('post-deploy fails: 450001, but everything is updated, and the manifest taken', async () => {
  h.cpi.behaviour.failMethods = ['run_script post-deploy'];
  expect(await failureOf(h, await h.deploy(changed))).toMatchObject({
    state: 'error',
    code: 450001,
    message: await failureIn('run_script post-deploy'),
    told: true,
  });
  expect(await h.store.read.instances.all()).toMatchObject([{ updateCompleted: true }]);
  expect(await h.store.read.deployments.all()).toMatchObject([{ manifestText: changed }]);
  expect(await lostIn(h)).toEqual([]);
  h.cpi.behaviour.failMethods = [];
  expect(await unmendedBy(h, changed)).toEqual([]);
});
