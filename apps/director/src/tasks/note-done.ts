import type { Repositories } from '../persistence/store.js';

/** Part of the transaction that ends a task's work: in its payload a handler that runs again sees that all was done. */
export async function noteDone(tx: Repositories, taskId: number, payload: object): Promise<void> {
  await tx.tasks.update({ id: taskId }, { payload: { ...payload, isDone: true } });
}
