import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
let lost = '';
beforeEach(async () => {
  h = await startHarness();
  await h.deploy(manifest);
  [lost = ''] = h.cpi.vms.keys();
  h.cpi.lose(lost);
});
afterEach(() => h.close());

test('a plain deploy gives an instance whose VM is gone a new one, says why, and keeps the disk', async () => {
  const [disk] = h.cpi.disks;
  const task = await h.deploy(manifest);
  const events = await h.output(task, 'event');
  expect(task, events).toMatchObject({ state: 'done' });
  expect(events).toMatch(new RegExp(`"type":"warning","message":"nginx/\\S+ \\(0\\) gets a new VM: its VM ${lost} is gone"`));
  const [[next, vm] = [], ...more] = h.cpi.vms;
  expect(more).toEqual([]);
  expect(next).not.toBe(lost);
  expect(vm?.agent.mounted).toEqual([disk]);
  expect([...h.cpi.disks]).toEqual([disk]);
  expect((await h.store.read.vms.all()).map(({ cid }) => cid)).toEqual([next]);
  expect(await h.stages(await h.deploy(manifest))).not.toContain('Updating instance');
});

test('its instance shows an agent that does not answer, and nobody waits for that', async () => {
  const task = await h.run('vms', { deployment: 'nginx', kind: 'instances' });
  expect(JSON.parse(await h.output(task, 'result'))).toMatchObject({ job_state: 'unresponsive agent', vm_cid: lost, vitals: null });
  const asked = (await h.output(task, 'debug')).split('\n').filter((line) => line.endsWith(': get_state'));
  // Three would be the whole wait.
  expect(asked.length).toBeLessThan(3);
});

test('its instance can be deleted as if it had stopped', async () => {
  const task = await h.run('delete_deployment', { deployment: 'nginx' });
  expect(task, await h.output(task, 'event')).toMatchObject({ state: 'done' });
  expect(await h.store.read.vms.all()).toEqual([]);
  expect(await h.store.read.orphanDisks.all()).toHaveLength(1);
});

test('an agent that is just coming back to the bus is waited for, not asked in vain', async () => {
  let unheard = 0;
  h.cpi.behaviour = {
    get silent() {
      unheard -= 1;
      return unheard >= 0;
    },
  };
  expect(await h.deploy(manifest)).toMatchObject({ state: 'done' });
  unheard = Number.POSITIVE_INFINITY;
  vi.spyOn(h.cpi, 'hasVm').mockImplementation(async () => {
    unheard = 1;
    return true;
  });
  expect(await h.run('delete_deployment', { deployment: 'nginx' })).toMatchObject({ state: 'done' });
});
