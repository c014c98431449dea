import type { TaskContext } from './task-handler.js';

/** As the original's `max_threads`. */
export const maxThreads = 32;

/** Runs `work` for all items, at most `limit` at once. After the first failure none starts; running ones end; then that failure is thrown. */
export async function inFlight<T>(
  items: Iterable<T>,
  limit: number,
  task: Pick<TaskContext, 'throwIfCancelled'>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const failures: unknown[] = [];
  const run = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      try {
        task.throwIfCancelled();
        await work(item);
      } catch (error) {
        failures.push(error);
        queue.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(limit, 1), queue.length) }, run));
  if (failures.length > 0) throw failures[0];
}
