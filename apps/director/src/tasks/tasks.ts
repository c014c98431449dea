import type { TaskRow } from '../persistence/rows/index.js';

export interface NewTask {
  readonly type: string;
  readonly description: string;
  readonly deployment?: string;
  readonly user: string;
  readonly contextId?: string;
  /** Plain data; it is stored as JSON. */
  readonly payload: object;
}

/** Background work with a number that people can follow. */
export interface Tasks {
  /** Stores the task and wakes a worker; answers with its id. */
  enqueue(task: NewTask): Promise<number>;
  /** Asks a queued or running task to stop. Fails with `TaskNotFound` or `TaskNotCancellable`. */
  cancel(id: number): Promise<void>;
  /** Resolves with the row once the task has ended. */
  ended(id: number): Promise<TaskRow>;
}
