import { decodeRequest, encodeMessage } from '@bosh6/agent-protocol';
import { realWorld } from '@bosh6/base';
import { expect, test } from 'vitest';
import { FakeBus } from '../deploy/fake-bus.test.support.js';
import { Agents } from './agents.js';

function answering(answer: (method: string, args: unknown[]) => unknown): { agents: Agents; asked: string[] } {
  const bus = new FakeBus();
  const asked: string[] = [];
  bus.subscribe('agent.a', ({ body }) => {
    const request = decodeRequest(body);
    if (request === undefined) return;
    asked.push(request.method);
    const message = answer(request.method, request.arguments ?? []);
    if (message !== undefined) bus.publish(request.reply_to, encodeMessage(message));
  });
  return { agents: new Agents(bus, realWorld()), asked };
}

test('an agent task is asked for until it is done', async () => {
  let left = 3;
  const { agents, asked } = answering((method) => {
    left -= method === 'get_task' ? 1 : 0;
    return { value: left > 0 ? { agent_task_id: 't', state: 'running' } : 'stopped' };
  });
  expect(await agents.agent('a').call('stop', [])).toBe('stopped');
  expect(asked).toEqual(['stop', 'get_task', 'get_task', 'get_task']);
});

test("a failed task is told of by its method, without the protocol's words", async () => {
  const { agents } = answering((method) =>
    method === 'get_task'
      ? { exception: { message: 'Action Failed get_task: Task t result: no disk' } }
      : { value: { agent_task_id: 't', state: 'running' } },
  );
  await expect(agents.agent('a').call('mount_disk', ['d'])).rejects.toMatchObject({
    code: 'AgentFailed',
    number: 450001,
    message: "'mount_disk' failed in the VM: no disk",
  });
});

test('an unknown method is told apart; silence is 450002', async () => {
  const { agents } = answering((method) =>
    method === 'run_script' ? { exception: { message: 'unknown message run_script' } } : undefined,
  );
  const agent = agents.agent('a');
  expect(await agent.callIfKnown('run_script', ['pre-start', { env: {} }])).toBeUndefined();
  await expect(agent.call('ping', [], { timeoutMs: 20 })).rejects.toMatchObject({ code: 'AgentTimeout', number: 450002 });
  expect(await agent.waitUntilReady(30)).toBe(false);
});

test('an abort ends the waiting, and the agent is told to stop', async () => {
  const stop = new AbortController();
  const { agents, asked } = answering((method) => {
    if (method === 'get_task') stop.abort(new TypeError('enough'));
    return { value: { agent_task_id: 't', state: 'running' } };
  });
  await expect(agents.agent('a', { signal: stop.signal }).call('stop', [])).rejects.toThrow('enough');
  await expect.poll(() => asked).toContain('cancel_task');
});
