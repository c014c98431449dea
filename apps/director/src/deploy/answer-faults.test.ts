import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf, lostIn, unmendedBy } from './faults.test.support.js';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

const changed = manifest.replace('nginx_conf: one', 'nginx_conf: two');

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

test('an agent that answers everything twice: the second answer is nobody’s', async () => {
  h.cpi.behaviour = { answers: 2 };
  expect(await unmendedBy(h, manifest)).toEqual([]);
  expect(await unmendedBy(h, changed)).toEqual([]);
});

test('an agent whose answer comes when nobody waits any more: 450002, and the answer changes nothing', async () => {
  const late = Promise.withResolvers<void>();
  h.cpi.behaviour = { onCall: () => late.promise };
  expect(await failureOf(h, await h.deploy(manifest))).toMatchObject({
    state: 'error',
    code: 450002,
    message: expect.stringContaining('never answered'),
    told: true,
  });
  late.resolve();
  expect([h.cpi.vms.size, h.bus.authorized.size]).toEqual([0, 0]);
  expect(await lostIn(h)).toEqual([]);
  h.cpi.behaviour = {};
  expect(await unmendedBy(h, manifest)).toEqual([]);
});

test('a late answer to one ping is not taken for that to the next: the deploy goes on', async () => {
  const first = Promise.withResolvers<void>();
  let pings = 0;
  h.cpi.behaviour = {
    onCall: (call) => {
      if (call !== 'ping') return;
      pings += 1;
      if (pings === 1) return first.promise;
      first.resolve();
    },
  };
  h.cpi.compilation = {};
  expect(await unmendedBy(h, manifest)).toEqual([]);
  expect(pings).toBeGreaterThan(1);
});

test('an agent that a nats-server does not hear: it has to connect anew, and answers', async () => {
  const heard = Promise.withResolvers<void>();
  const reconnect = h.bus.reconnect.bind(h.bus);
  h.bus.reconnect = async (agentId) => {
    await reconnect(agentId);
    heard.resolve();
  };
  h.cpi.behaviour = { onCall: (call) => (call === 'ping' ? heard.promise : undefined) };
  h.cpi.compilation = {};
  expect(await unmendedBy(h, manifest)).toEqual([]);
  // how often is the machine's: it answers as soon as it was asked anew
  expect(new Set(h.bus.reconnected).size).toBe(1);
});

test('an agent that a server cannot be told of is asked on: it answers after all', async () => {
  const asked = Promise.withResolvers<void>();
  h.bus.reconnect = async () => {
    asked.resolve();
    throw new Error('on purpose');
  };
  h.cpi.behaviour = { onCall: (call) => (call === 'ping' ? asked.promise : undefined) };
  h.cpi.compilation = {};
  expect(await unmendedBy(h, manifest)).toEqual([]);
});

test('a job that flaps runs once within the watch time: enough; one that only fails there: 400007', async () => {
  const behaviour: Harness['cpi']['behaviour'] = {};
  h.cpi.behaviour = behaviour;
  let asked = 0;
  const flap = (runsAt: number) => (call: string) => {
    if (call === 'start') asked = 0;
    if (call !== 'get_state') return;
    asked += 1;
    behaviour.jobState = asked >= runsAt ? 'running' : asked % 2 === 0 ? 'starting' : 'failing';
  };
  const patient = (text: string): string =>
    text.replace('update_watch_time: 0-50', 'update_watch_time: 0-20000').replace('canary_watch_time: 0-50', 'canary_watch_time: 0-20000');
  behaviour.onCall = flap(4);
  expect(await h.deploy(patient(manifest))).toMatchObject({ state: 'done' });
  expect(asked).toBeGreaterThanOrEqual(4);
  behaviour.onCall = flap(Number.POSITIVE_INFINITY);
  expect(await failureOf(h, await h.deploy(changed))).toMatchObject({
    state: 'error',
    code: 400007,
    message: expect.stringContaining('nginx'),
    told: true,
  });
  expect(await lostIn(h)).toEqual([]);
  behaviour.onCall = undefined;
  behaviour.jobState = 'running';
  expect(await unmendedBy(h, changed)).toEqual([]);
});
