import { agentBelow } from '../../stack/agent-below.js';
import type { Stack } from '../../stack/stack.js';

/** A signal to the agent's process in a VM; one that is stopped hears, and says nothing, until it is continued. */
export async function signalAgent(stack: Stack, cid: string, signal: NodeJS.Signals): Promise<void> {
  const agent = await agentPid(stack, cid);
  if (agent === undefined) throw new NoAgent(`VM ${cid} has no agent's process`);
  process.kill(agent, signal);
}

/** The agent's process; undefined while there is none. */
export async function agentPid({ lab }: Stack, cid: string): Promise<number | undefined> {
  const vm = (await lab.status()).vms.find((one) => one.cid === cid);
  return agentBelow(vm?.pid);
}

class NoAgent extends Error {}
