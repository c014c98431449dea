import { expect, test } from 'vitest';
import { agentStateSchema } from './state.js';

test("the stock agent's state of a stopped job, as it leaves out what is 0", () => {
  const state = {
    agent_id: 'a',
    job_state: 'stopped',
    processes: [{ name: 'greeter', state: 'unknown', uptime: {}, mem: { percent: 0 }, cpu: { total: 0 } }],
    vitals: { cpu: {}, disk: { system: {} }, load: ['0.00'], mem: {}, swap: { kb: '0' }, uptime: {} },
  };
  expect(agentStateSchema.parse(state)).toMatchObject(state);
});
