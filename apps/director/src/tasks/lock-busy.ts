import type { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';
import type { LockRow } from '../persistence/rows/index.js';

/** Says whose a lock is that stays taken, and how to go on. */
export function lockBusy(name: string, { taskId }: LockRow): CodedError {
  return fail('LockBusy', `the lock '${name}' is held by task ${taskId ?? '?'}`, {
    where: { object: `task ${taskId ?? '?'}` },
    ...(taskId === null ? {} : { hint: `wait for it with \`bosh6 task ${taskId}\`, or stop it with \`bosh6 cancel-task ${taskId}\`` }),
  });
}
