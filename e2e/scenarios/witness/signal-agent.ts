import { readFileSync } from 'node:fs';
import type { Stack } from '../../stack/stack.js';

/** A signal to the agent's process in a VM; one that is stopped hears, and says nothing, until it is continued. */
export async function signalAgent({ lab }: Stack, cid: string, signal: NodeJS.Signals): Promise<void> {
  const vm = (await lab.status()).vms.find((one) => one.cid === cid);
  const children = readFileSync(`/proc/${vm?.pid}/task/${vm?.pid}/children`, 'utf8').split(' ').filter(Boolean);
  const agent = children.find((child) => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('agent.cjs'));
  if (agent === undefined) throw new NoAgent(`VM ${cid} has no agent's process`);
  process.kill(Number(agent), signal);
}

class NoAgent extends Error {}
