import { readFileSync } from 'node:fs';

/** The agent's process in a VM of the lab, below its init; undefined while there is none. */
export function agentBelow(init: number | undefined): number | undefined {
  const children = read(`/proc/${init}/task/${init}/children`).split(' ').filter(Boolean);
  const agent = children.find((child) => read(`/proc/${child}/cmdline`).includes('agent.cjs'));
  return agent === undefined ? undefined : Number(agent);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // gone meanwhile
    return '';
  }
}
