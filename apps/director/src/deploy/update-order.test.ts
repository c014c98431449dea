import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';

let h: Harness;
beforeEach(async () => {
  h = await startHarness();
});
afterEach(() => h.close());

const free = manifest.replace(/, static_ips: \[[^\]]*\]/g, '');
const group = free.slice(free.indexOf('- name: nginx\n  instances'));
const both = `${free}${group.replace('- name: nginx', '- name: web')}`;
const changed = (text: string): string => text.replaceAll('nginx_conf: one', 'nginx_conf: two');

/** Which instances' updates, or another stage's steps, began and ended, in order. */
async function updates(text: string, of = 'Updating instance', options: object = {}): Promise<{ group: string; began: boolean }[]> {
  const task = await h.deploy(text, options);
  expect(task).toMatchObject({ state: 'done' });
  const lines = (await h.output(task, 'event')).trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as { stage?: string; task: string; state: string })
    .filter(({ stage, state }) => stage === of && state !== 'in_progress')
    .map(({ task: title, state }) => ({ group: title.split('/')[0] ?? '', began: state === 'started' }));
}
/** How many were under way at most. */
function atOnce(steps: readonly { began: boolean }[]): number {
  let now = 0;
  return Math.max(...steps.map(({ began }) => (now += began ? 1 : -1)));
}

test.each([
  ['2', 2],
  ['40%', 2],
  ['1%', 1],
  ['100%', 5],
])('max_in_flight: %s of five instances is %i at once', async (maxInFlight, most) => {
  const five = free
    .replace('instances: 1', 'instances: 5')
    .replace('canaries: 1', 'canaries: 0')
    .replace('max_in_flight: 1', `max_in_flight: ${maxInFlight}`);
  await h.deploy(five);
  expect(atOnce(await updates(changed(five)))).toBe(most);
});

test.each([
  ['2', {}, 2],
  ['50%', {}, 2],
  ['1%', {}, 1],
  ['1', { maxInFlight: '100%' }, 4],
])('max_in_flight: %s, or %j: of five instances four go, %i at once', async (maxInFlight, options, most) => {
  const five = free.replace('instances: 1', 'instances: 5').replace('max_in_flight: 1', `max_in_flight: ${maxInFlight}`);
  await h.deploy(five);
  const steps = await updates(five.replace('instances: 5', 'instances: 1'), 'Deleting unneeded instances', options);
  expect(steps).toHaveLength(8);
  expect(atOnce(steps)).toBe(most);
});

test.each([
  ['50%', 1],
  ['49%', 0],
  ['100%', 2],
  ['3', 2],
])('canaries: %s of two instances in each of two AZs are %i of the first AZ', async (canaries, most) => {
  const four = free
    .replace('instances: 1', 'instances: 4')
    .replace('azs: [z1]', 'azs: [z1, z2]')
    .replace('canaries: 1', `canaries: ${canaries}`);
  await h.deploy(four);
  const events = await h.output(await h.deploy(changed(four)), 'event');
  expect(events.match(/\(canary\)","index":\d+,"state":"started"/g) ?? []).toHaveLength(most);
});

test('groups come one after the other, and those that are not serial together', async () => {
  await h.deploy(both);
  const order = (steps: readonly { group: string }[]) => steps.map((step) => step.group);
  expect(order(await updates(changed(both)))).toEqual(['nginx', 'nginx', 'web', 'web']);
  const parallel = both.replace('update: {', 'update: {serial: false, ');
  const steps = await updates(parallel);
  expect(order(steps).sort()).toEqual(['nginx', 'nginx', 'web', 'web']);
  expect(atOnce(steps)).toBe(2);
});
