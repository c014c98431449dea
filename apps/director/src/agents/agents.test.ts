import { decodeRequest, encodeMessage } from '@bosh6/agent-protocol';
import { realWorld } from '@bosh6/base';
import { expect, test, vi } from 'vitest';
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

test('errors name the instance where it is known; a poll is answered without asking for it', async () => {
  const title = vi.fn(async () => 'web/1 (0)');
  const { agents } = answering((method) => (method === 'drain' ? { exception: { message: 'Action Failed drain: no' } } : undefined));
  const agent = agents.agent('a', { title });
  expect(await agent.waitUntilReady(30)).toBe(false);
  expect(title).not.toHaveBeenCalled();
  await expect(agent.call('drain', ['status'])).rejects.toThrow("'drain' failed in web/1 (0): no");
  const silence = "web/1 (0): agent a did not answer 'stop' within 0.02 s";
  await expect(agent.call('stop', [], { timeoutMs: 20 })).rejects.toMatchObject({ code: 'AgentTimeout', message: silence });
  title.mockClear();
  await expect(agent.askRepeatedly('get_state', [], 1000)).rejects.toThrow("web/1 (0): agent a did not answer 'get_state' within 1 s");
  expect(title).toHaveBeenCalledTimes(1);
});

test('a task that the agent no longer knows: it was restarted meanwhile', async () => {
  let cause = 'Task with id t could not be found';
  const { agents } = answering((method) =>
    method === 'get_task'
      ? { exception: { message: `Action Failed get_task: ${cause}` } }
      : { value: { agent_task_id: 't', state: 'running' } },
  );
  const run = () => agents.agent('a').call('run_script', ['pre-start', { env: {} }]);
  const message = "'run_script' failed in the VM: Task with id t could not be found";
  await expect(run()).rejects.toMatchObject({
    code: 'AgentFailed',
    message,
    hint: expect.stringMatching(/restarted meanwhile.* run the command again/),
  });
  cause = 'Task t result: Persistent disk could not be found';
  await expect(run()).rejects.toMatchObject({ code: 'AgentFailed', hint: undefined });
});

test("a job's script that failed: what it printed is in the logs", async () => {
  const failed = '1 of 2 pre-start scripts failed. Failed Jobs: web. Successful Jobs: db.';
  const { agents } = answering((method) =>
    method === 'get_task'
      ? { exception: { message: `Action Failed get_task: Task t result: ${failed}` } }
      : { value: { agent_task_id: 't', state: 'running' } },
  );
  await expect(agents.agent('a').call('run_script', ['pre-start', { env: {} }])).rejects.toMatchObject({
    code: 'AgentFailed',
    message: `'run_script' failed in the VM: ${failed}`,
    hint: expect.stringContaining('`logs`'),
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
