import type { GlobalFlags } from '../command/bosh-command.js';

/** What follows a task again from the same command line. */
export function taskCommand(id: number, { environment }: Partial<GlobalFlags>): string {
  return `bosh6${environment === undefined ? '' : ` -e ${environment}`} task ${id}`;
}
