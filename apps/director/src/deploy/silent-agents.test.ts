import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TaskRow } from '../persistence/rows/index.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

const three = manifest
  .replace('instances: 1', 'instances: 3')
  .replace(', static_ips: [10.0.9.165]', '')
  .replace(/, static_ips: \["2601.*?"\]/, '');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  expect(await h.deploy(three)).toMatchObject({ state: 'done' });
  const { world } = h.collaborators;
  const { after } = world;
  // Half a minute of silence in a third of a second.
  vi.spyOn(world, 'after').mockImplementation((ms, run) => after(ms / 100, run));
});
afterEach(() => h.close());

const silence = async (index: number): Promise<string> => {
  const row = await h.store.read.instances.find({ index });
  const vm = await h.store.read.vms.find({ instanceId: row?.id ?? -1 });
  h.cpi.vms.get(vm?.cid ?? '')?.agent.end();
  return `nginx/${row?.uuid} (${index})`;
};
const restart = async (index: number) => {
  const row = await h.store.read.instances.find({ index });
  return h.run('update_instance', { deployment: 'nginx', instanceId: row?.id, action: 'restart' });
};
const errorOf = async (task: TaskRow) => JSON.parse((await h.output(task, 'event')).trim().split('\n').at(-1) ?? '{}').error;
const hint = 'look at the VM; `deploy --fix` or `recreate --fix` makes it anew, and so does `cloud-check`';

test('all silent agents are told of at once, by their instances', async () => {
  const titles = [await silence(0), await silence(2)];
  expect(await errorOf(await h.deploy(three))).toEqual({
    code: 450002,
    message: `the agents of ${titles.join(', ')} did not answer 'get_state' within 30 s`,
    details: { code: 'AgentSilent', hint },
  });
  expect(await h.deploy(three, { fix: true })).toMatchObject({ state: 'done' });
});

test('a restart names the one that it is of', async () => {
  const title = await silence(1);
  await silence(2);
  expect(await errorOf(await restart(1))).toMatchObject({
    code: 450002,
    message: `the agent of ${title} did not answer 'get_state' within 30 s`,
    details: { hint },
  });
});
