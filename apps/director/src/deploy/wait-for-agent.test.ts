import { setImmediate } from 'node:timers/promises';
import { VirtualWorld } from '@bosh6/base';
import type { Presence } from '@bosh6/bus';
import { expect, test } from 'vitest';
import { createTools, Scope } from '../engine/scope.js';
import type { LiveVm } from './create-vm.js';
import { FakeBus } from './fake-bus.test.support.js';
import { waitForAgent } from './wait-for-agent.js';

const second = 1000;

/** Tells of agents when the test says so. */
class TellingBus extends FakeBus {
  here = false;
  tell: (change: Presence) => void = () => undefined;

  isPresent(): boolean {
    return this.here;
  }
  onPresence(listener: (change: Presence) => void): () => void {
    this.tell = listener;
    return () => undefined;
  }
}

test.each([
  ['never comes', Number.POSITIVE_INFINITY],
  ['comes after a while and says nothing', 300],
])('an agent that %s is waited for 600 seconds in all', async (_, comesAfter) => {
  const [world, bus] = [new VirtualWorld(), new TellingBus()];
  const cpis = { use: async (_name: string, work: (cpi: object) => unknown) => work({ info: async () => ({}) }) };
  const collaborators = { world, bus, busAuthority: bus, cpis, config: {} };
  const task = { signal: new AbortController().signal, debug: () => undefined, cpiLog: () => undefined };
  const scope = new Scope(createTools(collaborators as never), task as never);
  const waiting = waitForAgent(scope, { cid: 'vm-1', agentId: 'a', cpi: '' } as LiveVm, 'web/1 (0)');
  let over = false;
  const failure = waiting.catch((error: unknown) => error).finally(() => (over = true));
  const started = world.monotonic();
  for (let at = 0; at < 2000 && !over; at += 1) {
    if (at === comesAfter) {
      bus.here = true;
      bus.tell({ agentId: 'a', present: true });
    }
    await setImmediate();
    world.advance(second);
    await setImmediate();
  }
  expect(await failure).toMatchObject({ code: 'AgentNeverAnswered' });
  expect((world.monotonic() - started) / second).toBeOneOf([600, 601]);
});
