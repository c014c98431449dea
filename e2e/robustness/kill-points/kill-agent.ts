import { readFileSync } from 'node:fs';
import { agentBelow } from '../../stack/agent-below.js';
import type { Stack } from '../../stack/stack.js';

/** SIGKILL to an agent in a lab's VM; the VM's init starts it again. */
export async function killAgent({ lab }: Stack, agentId: string): Promise<void> {
  for (const { pid } of (await lab.status()).vms) {
    if (pid === undefined || !settingsOf(pid).includes(agentId)) continue;
    const agent = agentBelow(pid);
    if (agent !== undefined) process.kill(agent, 'SIGKILL');
  }
}

const settingsOf = (pid: number): string => read(`/proc/${pid}/root/var/vcap/bosh/settings.json`);

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // gone meanwhile
    return '';
  }
}
