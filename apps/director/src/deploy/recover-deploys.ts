import type { Collaborators } from '../core/collaborators.js';
import { createTools } from '../engine/scope.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { begunTasks, isLive } from '../tasks/live-tasks.js';
import { recoverIntents } from './recover-intents.js';
import { recoverRows } from './recover-rows.js';

/**
 * To be awaited at start, before any task runs: lets the agents of known VMs in, and cleans up after a Director that died.
 * While another Director works, rows without a task may be its, and stay.
 */
export async function recoverDeploys(collaborators: Collaborators): Promise<void> {
  const { store, busAuthority, world } = collaborators;
  await Promise.all((await store.read.vms.all()).map(({ agentId }) => busAuthority.authorize(agentId)));
  const isWorkedOn = (row: TaskRow): boolean => isLive(row, store, world.now());
  await recoverIntents(createTools(collaborators), isWorkedOn);
  if (!(await begunTasks(store.read)).some(isWorkedOn)) await recoverRows(store);
}
