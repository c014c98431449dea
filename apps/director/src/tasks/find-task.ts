import { fail } from '../errors.js';
import type { TaskSummary } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** By its number as it came. Throws `TaskNotFound`. */
export async function findTask(read: Repositories, id: string): Promise<TaskSummary> {
  const row = /^\d{1,15}$/.test(id) ? await read.tasks.summary(Number(id)) : undefined;
  if (row === undefined) throw fail('TaskNotFound', `there is no task ${id}`);
  return row;
}
