import { setImmediate as nextTurn } from 'node:timers/promises';
import { decodeRequest, encodeMessage } from '@bosh6/agent-protocol';
import { VirtualWorld } from '@bosh6/base';
import { beforeEach, expect, test } from 'vitest';
import { Agents } from '../agents/agents.js';
import { FakeBus } from '../deploy/fake-bus.test.support.js';
import { HealthNews } from './health-news.js';

let world: VirtualWorld;
let news: HealthNews;
let agentIds: string[];
/** What each agent was told, newest last. */
let told: Record<string, string[][]>;
/** How agents answer; others take what they are told. */
let answers: Record<string, object | undefined>;
const silent = new Set<string>();

beforeEach(() => {
  world = new VirtualWorld();
  agentIds = ['a', 'b', 'c'];
  told = { a: [], b: [], c: [] };
  answers = {};
  silent.clear();
  const bus = new FakeBus();
  for (const id of agentIds) {
    bus.subscribe(`agent.${id}`, ({ body }) => {
      const request = decodeRequest(body);
      const [said] = (request?.arguments ?? []) as { unhealthy: string[] }[];
      told[id]?.push(said?.unhealthy ?? []);
      const answer = id in answers ? answers[id] : { value: 'synced' };
      if (answer !== undefined) bus.publish(request?.reply_to ?? '', encodeMessage(answer));
    });
  }
  const agents = async () => agentIds.map((agentId, instanceId) => ({ instanceId, agentId, cid: `vm-${agentId}`, cpi: '' }));
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  news = new HealthNews({ world, log, store: { read: { vms: { agents } } } as never }, new Agents(bus, world), {});
});

const beat = (agentId: string, jobState: string): void =>
  news.hear(agentId, Buffer.from(JSON.stringify({ job: 'x', index: 0, job_state: jobState, vitals: {} })));
/** A round after so many seconds; what each agent was told in it. */
async function round(seconds = 1): Promise<Record<string, string[][]>> {
  for (const id of Object.keys(told)) told[id] = [];
  world.advance(seconds * 1000);
  await news.tell((id) => silent.has(id));
  return told;
}
const all = (unhealthy: string[]) => ({ a: [unhealthy], b: [unhealthy], c: [unhealthy] });
const nobody = { a: [], b: [], c: [] };

test('all agents are told who does not run or is silent, once, and again when that changes', async () => {
  expect(await round()).toEqual(nobody);
  for (const id of agentIds) beat(id, 'running');
  beat('b', 'failing');
  expect(await round(15)).toEqual(all(['b']));
  expect(await round()).toEqual(nobody);
  beat('a', 'stopped');
  silent.add('c');
  expect(await round()).toEqual(all(['a', 'b', 'c']));
  for (const id of agentIds) beat(id, 'running');
  silent.clear();
  expect(await round()).toEqual(all([]));
});

test('an agent that is new is told what the others know, and one that is gone is not spoken of', async () => {
  beat('b', 'failing');
  agentIds = ['a', 'b'];
  expect(await round(15)).toEqual({ a: [['b']], b: [['b']], c: [] });
  agentIds = ['a', 'c'];
  beat('c', 'running');
  expect(await round(5)).toEqual({ a: [[]], b: [], c: [[]] });
});

test('one that does not answer is told again later, one that does not know the method never', async () => {
  answers = { a: undefined, b: { exception: { message: 'unknown message sync_health' } } };
  world.advance(15_000);
  const first = news.tell(() => false);
  while (told.c?.length !== 1) await nextTurn();
  world.advance(2000);
  await first;
  expect(told).toEqual(all([]));
  answers = {};
  expect(await round(1)).toEqual(nobody);
  expect(await round(30)).toEqual({ ...nobody, a: [[]] });
  beat('c', 'failing');
  expect(await round(1)).toEqual({ a: [['c']], b: [], c: [['c']] });
});
