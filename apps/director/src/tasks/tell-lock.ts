import type { World } from '@bosh6/base';
import { recordEvent } from '../events/record-event.js';
import type { LockRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Records that a task has a lock now, or has it no more. */
export async function tellLock(
  tx: Repositories,
  world: World,
  action: 'acquire' | 'release',
  { name: objectName, taskId }: LockRow,
): Promise<void> {
  const task = taskId === null ? undefined : await tx.tasks.summary(taskId);
  const { user = '', deployment = null } = task ?? {};
  await recordEvent(tx, world, { user, action, objectType: 'lock', objectName, taskId, deployment });
}
