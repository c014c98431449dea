import { setImmediate } from 'node:timers/promises';
import { decodeRequest, encodeMessage } from '@bosh6/agent-protocol';
import { VirtualWorld } from '@bosh6/base';
import type { BusStatus, Presence } from '@bosh6/bus';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeBus } from '../deploy/fake-bus.test.support.js';
import { Agents } from './agents.js';

/** Tells what a bus tells, when the test says so. */
class TellingBus extends FakeBus {
  status: (status: BusStatus) => void = () => undefined;
  presence: (change: Presence) => void = () => undefined;

  override onStatus(listener: (status: BusStatus) => void = () => undefined): () => void {
    this.status = listener;
    return () => undefined;
  }
  isPresent(_id: string): boolean {
    return true;
  }
  onPresence(listener: (change: Presence) => void): () => void {
    this.presence = listener;
    return () => undefined;
  }
}

let world: VirtualWorld;
let bus: TellingBus;
let agents: Agents;
let asked: string[];
let answers: (() => void)[];
beforeEach(() => {
  world = new VirtualWorld();
  bus = new TellingBus();
  agents = new Agents(bus, world, bus);
  asked = [];
  answers = [];
  bus.subscribe('agent.*', ({ subject, body }) => {
    const { reply_to } = decodeRequest(body) ?? { reply_to: '' };
    asked.push(subject);
    answers.push(() => bus.publish(reply_to, encodeMessage({ value: 'pong' })));
  });
});

const ping = (id: string): Promise<unknown> => agents.agent(id).call('ping', []);
const isAsked = (...subjects: string[]): Promise<void> => expect.poll(() => asked).toEqual(subjects);

test('an agent that was away and came back without an answer is not waited for any longer; others are', async () => {
  const [lost, other] = [ping('a'), ping('b')];
  await isAsked('agent.a', 'agent.b');
  const over = vi.fn();
  lost.catch(over);
  bus.presence({ agentId: 'a', present: false });
  world.advance(10_000);
  await setImmediate();
  expect(over).not.toHaveBeenCalled();
  bus.presence({ agentId: 'a', present: true });
  const ended = expect(lost).rejects.toMatchObject({ code: 'AgentTimeout', message: expect.stringContaining('away') });
  world.advance(3000);
  await ended;
  answers[1]?.();
  expect(await other).toBe('pong');
});

test('one that still knows what it was asked answers after it has come back', async () => {
  const answer = ping('a');
  await isAsked('agent.a');
  bus.presence({ agentId: 'a', present: true });
  world.advance(2999);
  answers[0]?.();
  expect(await answer).toBe('pong');
});

test('a bus that was lost has all doubted, and asks no agent before it could come back', async () => {
  const lost = expect(ping('a')).rejects.toMatchObject({ code: 'AgentTimeout' });
  await isAsked('agent.a');
  bus.status('disconnected');
  bus.status('connected');
  const later = ping('b');
  world.advance(2999);
  await setImmediate();
  expect(asked).toEqual(['agent.a']);
  world.advance(1);
  await lost;
  await isAsked('agent.a', 'agent.b');
  answers[1]?.();
  expect(await later).toBe('pong');
});

test('one that is known to have no connection is not asked again once it was silent; one that has is', async () => {
  const state = (id: string): Promise<unknown> => agents.agent(id).call('get_state', []);
  vi.spyOn(bus, 'isPresent').mockImplementation((id) => id !== 'gone');
  const [gone, slow] = [state('gone'), state('slow')];
  slow.catch(() => undefined);
  await isAsked('agent.gone', 'agent.slow');
  const ended = expect(gone).rejects.toMatchObject({ code: 'AgentTimeout' });
  world.advance(45_000);
  await ended;
  await isAsked('agent.gone', 'agent.slow', 'agent.slow');
});
