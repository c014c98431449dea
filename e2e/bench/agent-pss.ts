import { setTimeout } from 'node:timers/promises';
import { isAgent } from '../stack/agent-below.js';
import type { Benchmark } from './benchmark.js';
import { closeLiveStack, liveStack } from './live-stack.js';
import { argvOf, familyOf, proportionalMegabytes } from './process-memory.js';
import { missing } from './walkthrough-rounds.js';

/** Longer than the agent's pause before it collects. */
const restMs = 2000;

/** The agent of the nginx VM at rest, after the walkthrough. */
export const agentPss: Benchmark = {
  name: 'agent.pss',
  unit: 'MB',
  missing,
  async run() {
    const { lab } = await liveStack();
    const vms = (await lab.status()).vms.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
    const agents = vms.flatMap(familyOf).filter((pid) => isAgent(argvOf(pid)));
    const [agent] = agents;
    if (agent === undefined || agents.length > 1) throw new Error(`one agent was expected, ${agents.length} run`);
    await setTimeout(restMs);
    return { value: proportionalMegabytes(agent) };
  },
  close: closeLiveStack,
};
