import { afterEach, beforeEach, expect, test } from 'vitest';
import { lostIn, unmendedBy } from './faults.test.support.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

const changed = manifest.replace('nginx_conf: one', 'nginx_conf: two');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const enqueue = (manifestText: string) =>
  h.queue.enqueue({
    type: 'update_deployment',
    description: '',
    user: 'admin',
    payload: { deployment: 'nginx', manifestText },
    deployment: 'nginx',
  });

/** Two at once, the first of which holds the lock and waits at its VM. */
async function two() {
  const gate = Promise.withResolvers<void>();
  h.cpi.gate = gate.promise;
  const first = await enqueue(manifest);
  await expect.poll(() => h.store.read.locks.all({ taskId: first }), { interval: 2, timeout: 20_000 }).not.toEqual([]);
  return { first, second: await enqueue(changed), open: gate.resolve };
}

test('one deploys after the other, and the last one’s manifest counts', async () => {
  const { first, second, open } = await two();
  open();
  expect(await h.queue.ended(first)).toMatchObject({ state: 'done' });
  expect(await h.queue.ended(second)).toMatchObject({ state: 'done' });
  const locks = (await h.store.read.events.all({ objectType: 'lock', objectName: 'lock:deployment:nginx' })).map(
    ({ action, taskId }) => `${action} ${taskId}`,
  );
  expect(locks).toEqual([`acquire ${first}`, `release ${first}`, `acquire ${second}`, `release ${second}`]);
  expect(h.cpi.vms.size).toBe(1);
  expect(await unmendedBy(h, changed)).toEqual([]);
});

test('one that waits is cancelled: it did nothing, and the other goes on', async () => {
  const { first, second, open } = await two();
  await h.queue.cancel(second);
  expect(await h.queue.ended(second)).toMatchObject({ state: 'cancelled' });
  open();
  expect(await h.queue.ended(first)).toMatchObject({ state: 'done' });
  expect(await lostIn(h)).toEqual([]);
  expect(await unmendedBy(h, manifest)).toEqual([]);
});
