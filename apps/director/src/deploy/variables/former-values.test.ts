import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from '../harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const done = { state: 'done' };
/** Two instances, one after the other, with a password that every deploy makes anew. */
const text = `${manifest
  .replace('nginx_conf: one', 'nginx_conf: ((secret))')
  .replace('instances: 1', 'instances: 2')
  .replace('[10.0.9.165]', '[10.0.9.165, 10.0.9.166]')
  .replace('0165"]', '0165", "2601:646:100:69F1::166"]')}variables: [{name: secret, type: password, update_mode: overwrite}]
`;
const secret = async (): Promise<unknown> => (await h.store.read.variables.find({ name: 'secret' }))?.value;
const former = async (): Promise<unknown[]> =>
  (await h.store.read.variables.former.all()).map(({ instanceId, value }) => [instanceId, value]);
const instances = async () => (await h.store.read.instances.all()).toSorted((a, b) => a.index - b.index);
const act = (instanceId: number, action: string) => h.run('update_instance', { deployment: 'nginx', instanceId, action });

/** What templates were given as the password, by index. */
function watchSecrets(): Map<unknown, unknown> {
  const seen = new Map<unknown, unknown>();
  const { renderer } = h.collaborators;
  const { render } = renderer;
  renderer.render = (input) => {
    for (const { context } of input.jobs)
      seen.set((context.spec as { index: number }).index, (context.properties as { nginx_conf: unknown }).nginx_conf);
    return render(input);
  };
  return seen;
}

/** A deploy that updates the first instance alone. Answers with the password of before and that of now. */
async function failedDeploy(): Promise<{ before: unknown; now: unknown }> {
  expect(await h.deploy(text)).toMatchObject(done);
  const before = await secret();
  let applied = 0;
  h.cpi.behaviour.onCall = (call) => {
    if (call === 'apply' && ++applied === 2) throw new Error('no space');
  };
  expect(await h.deploy(text)).toMatchObject({ state: 'error' });
  h.cpi.behaviour.onCall = undefined;
  return { before, now: await secret() };
}

test('an instance that a failed deploy did not reach keeps its values when it gets a new VM; the next deploy gives it the newest', async () => {
  const { before, now } = await failedDeploy();
  expect(now).not.toBe(before);
  const [first, second] = await instances();
  expect(await former()).toEqual([[second?.id, before]]);
  const seen = watchSecrets();
  expect(await act(second?.id ?? 0, 'recreate')).toMatchObject(done);
  expect(seen).toEqual(new Map([[1, before]]));
  expect(await act(first?.id ?? 0, 'restart')).toMatchObject(done);
  expect(seen.get(0)).toBe(now);
  expect(await act(second?.id ?? 0, 'restart')).toMatchObject(done);
  expect(seen.get(1)).toBe(before);
  expect(await h.deploy(text, { stored: true })).toMatchObject(done);
  expect(seen.get(1)).toBe(now);
  expect(await former()).toEqual([]);
});

test.each(['stopped', 'ignored'])('an instance that is %s keeps its values through deploys', async (how) => {
  expect(await h.deploy(text)).toMatchObject(done);
  const before = await secret();
  const [first, second] = await instances();
  if (how === 'stopped') expect(await act(second?.id ?? 0, 'stop')).toMatchObject(done);
  else await h.store.write((tx) => tx.instances.update({ id: second?.id ?? 0 }, { ignore: true }));
  for (let round = 0; round < 2; round += 1) expect(await h.deploy(text)).toMatchObject(done);
  expect(await former()).toEqual([[second?.id, before]]);
  if (how === 'ignored') await h.store.write((tx) => tx.instances.update({ id: second?.id ?? 0 }, { ignore: false }));
  const seen = watchSecrets();
  expect(await act(second?.id ?? 0, how === 'stopped' ? 'start' : 'restart')).toMatchObject(done);
  expect(seen.get(1)).toBe(before);
  expect(await act(first?.id ?? 0, 'restart')).toMatchObject(done);
  expect(seen.get(0)).toBe(await secret());
});

test('what an instance had goes with it, and with the deployment', async () => {
  await failedDeploy();
  expect(await former()).toHaveLength(1);
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject(done);
  expect(await former()).toEqual([]);
});
