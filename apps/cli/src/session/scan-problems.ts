import type { Director, Problem } from '@bosh6/director-api/client';
import { followTask } from './follow.js';
import type { Seat } from './seat.js';

/** Has the Director look at a deployment's VMs and disks; what it found, oldest first. */
export async function scanProblems(seat: Seat, director: Director, deployment: string): Promise<Problem[]> {
  await followTask(seat, director, await director.problems.scan(deployment));
  return director.problems.list(deployment);
}
