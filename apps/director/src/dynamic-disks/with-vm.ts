import type { Scope } from '../engine/scope.js';

/** As long as the original waits. */
const timeoutMs = 60_000;

/** While nobody else attaches a dynamic disk to that VM or takes one off it. A cancel ends the wait, but for what is done `despiteCancel`. */
export function withVm<T>(
  { collaborators, task }: Scope,
  cid: string,
  work: () => Promise<T>,
  { despiteCancel = false }: { despiteCancel?: boolean } = {},
): Promise<T> {
  const until = despiteCancel ? {} : { signal: task.signal };
  return collaborators.locks.withLock(`vm:${cid}`, task.taskId, work, { timeoutMs, ...until });
}

/** While no other task works on the disk of that name. A deploy may: what it does to a disk it does in one step. */
export function withDisk<T>({ collaborators, task }: Scope, name: string, work: () => Promise<T>): Promise<T> {
  return collaborators.locks.withLock(`dynamic_disk:${name}`, task.taskId, work, { timeoutMs, signal: task.signal });
}
