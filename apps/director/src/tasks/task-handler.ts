import type { Json } from '@bosh6/base';

/** Work of one task type. */
export interface TaskHandler {
  /** `update_deployment` and so on: the `type` of the task's row. */
  readonly type: string;
  /** Types of one queue share its workers; `urgent` ones are never kept waiting by deploys. */
  readonly queue?: 'normal' | 'urgent';
  /** Resolves to the task's result text (`/deployments/nginx`). A rejection ends the task in `error`, an abort in `cancelled`. */
  run(context: TaskContext, payload: Json): Promise<string>;
  /**
   * Called at start for each task that a dead Director left running, after its locks are gone. Answers what becomes of it;
   * without it the task ends in `error`.
   */
  recover?(taskId: number, payload: Json): Promise<'requeue' | 'error'>;
}

export interface TaskContext {
  readonly taskId: number;
  readonly user: string;
  readonly deployment: string | undefined;
  readonly events: EventLog;
  /** Aborted on cancel and on shutdown. */
  readonly signal: AbortSignal;
  /** Throws the coded cancel error (10001) once the task was cancelled. */
  throwIfCancelled(): void;
  /** A line of the result output. */
  result(line: string): void;
  /** A line of the debug output. Never a secret. */
  debug(line: string): void;
  /** A line of the CPI output. Never a secret. */
  cpiLog(line: string): void;
}

/** Progress that a person follows. */
export interface EventLog {
  /** Writes nothing by itself; the first line comes with the first task. `total` is omitted when the size is unknown. */
  stage(name: string, total?: number, tags?: readonly string[]): Stage;
  warning(message: string): void;
  deprecation(message: string): void;
  error(error: { code: number; message: string }): void;
}

export interface Stage {
  /** Lines for start, each progress, and finish or failure. `progress(status, percent)`: percent is 0 to 100 of this task. */
  task<T>(name: string, work: (progress: (status: string, percent?: number) => void) => Promise<T>): Promise<T>;
}
