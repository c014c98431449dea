import type { Json } from '@bosh6/base';

export type TaskState = 'queued' | 'processing' | 'cancelling' | 'cancelled' | 'done' | 'error' | 'timeout';

export interface TaskRow {
  readonly id: number;
  readonly type: string;
  readonly state: TaskState;
  readonly description: string;
  readonly result: string | null;
  readonly user: string;
  readonly deployment: string | null;
  readonly contextId: string;
  readonly payload: Json;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  /** The running process's name, and when its claim runs out unless renewed. */
  readonly leaseOwner: string | null;
  readonly leaseUntil: number | null;
  /** Equal for requests that are the same in all that they ask; null when no request began the task. */
  readonly requestKey: string | null;
  /** How often whoever asked has looked at the task; counted up to 2. */
  readonly requestReads: number;
  /** Who administers one of them may follow the task. */
  readonly teams: string[];
}

type Optional = 'requestKey' | 'requestReads' | 'teams';
export type NewTaskRow = Omit<TaskRow, 'id' | Optional> & Partial<Pick<TaskRow, Optional>>;

/** A task without its payload, which holds whole manifests. */
export type TaskSummary = Omit<TaskRow, 'payload'>;

export interface EventRow {
  readonly id: number;
  readonly parentId: number | null;
  readonly timestamp: number;
  readonly user: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectName: string | null;
  readonly error: string | null;
  readonly taskId: number | null;
  readonly deployment: string | null;
  readonly instance: string | null;
  readonly context: Json;
}

export interface LockRow {
  /** `lock:<type>:<name>`. */
  readonly name: string;
  readonly uid: string;
  readonly expiredAt: number;
  readonly taskId: number | null;
}
