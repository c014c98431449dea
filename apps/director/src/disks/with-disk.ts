import type { Scope } from '../engine/scope.js';

/** As long as for a dynamic disk: the infrastructure may take its time to delete one. */
const timeoutMs = 60_000;

/** While nobody else gives the disk to an instance or deletes it. Whoever needs a deployment's lock too takes that first. */
export function withDisk<T>({ collaborators, task }: Scope, cid: string, work: () => Promise<T>): Promise<T> {
  return collaborators.locks.withLock(`disk:${cid}`, task.taskId, work, { timeoutMs, signal: task.signal });
}
