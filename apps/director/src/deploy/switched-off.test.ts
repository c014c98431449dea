import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
  h.cpi.diagnoses = true;
  await h.deploy(manifest);
  for (const cid of h.cpi.vms.keys()) h.cpi.switchOff(cid);
});
afterEach(() => h.close());

test('an instance whose VM is off is deleted without asking its agent: nothing runs there', async () => {
  const task = await h.run('delete_deployment', { deployment: 'nginx' });
  expect(task, await h.output(task, 'event')).toMatchObject({ state: 'done' });
  const debug = await h.output(task, 'debug');
  expect(debug).not.toContain('run_script');
  expect([...h.cpi.vms]).toEqual([]);
  expect(await h.store.read.orphanDisks.all()).toHaveLength(1);
});
