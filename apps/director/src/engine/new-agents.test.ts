import { realWorld } from '@bosh6/base';
import { beforeEach, expect, test } from 'vitest';
import { NewAgents } from './new-agents.js';

let letIn: Set<string>;
let refuse: boolean;
let agents: NewAgents;

beforeEach(() => {
  letIn = new Set();
  refuse = false;
  const authority = {
    authorize: async (agentId: string) => {
      if (refuse) throw new Error('on purpose');
      letIn.add(agentId);
    },
    revoke: async (agentId: string) => void letIn.delete(agentId),
  };
  agents = new NewAgents(authority, realWorld());
});

const take = (count: number): Promise<string[]> => Promise.all(Array.from({ length: count }, () => agents.take()));

test('one that is not expected is let in alone', async () => {
  expect([await agents.take()]).toEqual([...letIn]);
});

test('of many that are expected hundreds are let in at once, each for one VM', async () => {
  agents.expect(600);
  const first = await agents.take();
  expect(letIn.size).toBeGreaterThan(100);
  expect(letIn.size).toBeLessThan(600);
  const all = new Set([first, ...(await take(600))]);
  expect([all.size, letIn]).toEqual([601, all]);
});

test('who was not taken is shut out, and expected no more', async () => {
  agents.expect(600);
  const taken = await take(3);
  await agents.dismiss();
  expect([...letIn].sort()).toEqual(taken.sort());
  await agents.take();
  expect(letIn.size).toBe(4);
});

test('none is given out that the bus did not let in; who has it dismissed hears nothing of the others', async () => {
  agents.expect(10);
  refuse = true;
  await expect(agents.take()).rejects.toThrow('on purpose');
  await agents.dismiss();
  refuse = false;
  expect([await agents.take()]).toEqual([...letIn]);
});
