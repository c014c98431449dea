import type { TaskRow } from '../persistence/rows/index.js';
import type { Repositories, Store } from '../persistence/store.js';

/** How long a begun task is its Director's unless that renews it. */
export const leaseMs = 60_000;

/** Whether another Director works on the task: its lease runs. Where a database has one Director, nobody does. */
export function isLive({ leaseUntil }: TaskRow, store: Store, now: number): boolean {
  return store.shared && leaseUntil !== null && leaseUntil > now;
}

/** Tasks that some Director has begun and not ended. */
export function begunTasks({ tasks }: Pick<Repositories, 'tasks'>): Promise<TaskRow[]> {
  return tasks.allIn('state', ['processing', 'cancelling']);
}
