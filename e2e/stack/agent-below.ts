import { readFileSync } from 'node:fs';

/** The agent's process in a VM of the lab, below its init; undefined while there is none. */
export function agentBelow(init: number | undefined): number | undefined {
  const children = read(`/proc/${init}/task/${init}/children`).split(' ').filter(Boolean);
  const agent = children.find((child) => isAgent(read(`/proc/${child}/cmdline`).split('\0')));
  return agent === undefined ? undefined : Number(agent);
}

/** Node running the agent's bundle: not the init, nor what that forks off to become an sshd, which are a shell with these words behind its own. */
export const isAgent = ([program = '', ...rest]: readonly string[]): boolean =>
  program.endsWith('/node') && rest.some((word) => word.endsWith('/agent.cjs'));

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // gone meanwhile
    return '';
  }
}
