import type { TaskRow } from '../persistence/rows/index.js';

/** The request that wants a task: clients send theirs again when its answer was lost, and cannot know what became of it. */
export interface TaskRequest {
  /** Equal for requests that are the same in all that they ask. */
  readonly key: string;
  /** When it began to come in, in milliseconds since 1970. */
  readonly at: number;
  /** Undoes what was prepared for the task, when the request has one already. */
  readonly discard?: () => Promise<void>;
}

export interface NewTask {
  readonly type: string;
  readonly description: string;
  readonly deployment?: string;
  readonly user: string;
  /** Who administers one of them may follow it; those of its deployment unless said. */
  readonly teams?: readonly string[];
  readonly contextId?: string;
  readonly request?: TaskRequest;
  /** Plain data; it is stored as JSON. */
  readonly payload: object;
}

/** Background work with a number that people can follow. */
export interface Tasks {
  /**
   * Stores the task and wakes a worker; answers with its id. A request that comes again within a minute, and whose task nobody has followed yet,
   * gets that one.
   */
  enqueue(task: NewTask): Promise<number>;
  /** Asks a queued or running task to stop. Fails with `TaskNotFound` or `TaskNotCancellable`. */
  cancel(id: number): Promise<void>;
  /** Resolves with the row once the task has ended. */
  ended(id: number): Promise<TaskRow>;
}
