import type { ProcessState } from '@bosh6/agent-protocol';
import type { ProcessSight } from '../processes/proc.js';
import type { MonitService } from './monit-definition.js';

/** A service of a monit file that is kept. */
export interface Managed {
  readonly definition: MonitService;
  readonly monitored: boolean;
  /** A program of its own starts or stops it at the moment. */
  readonly isChanging: boolean;
  /** Its process lives, what it is about is there. */
  readonly isUp: boolean;
  readonly state: ProcessState;
  /** Of a process that lives, as it is now. */
  readonly sight: ProcessSight | undefined;
  readonly upSeconds: number;
  /** Watches it again after a restart of the agent; false when it is not up. */
  resume(): boolean;
  /** Starts it unless it is up, and watches it from now on. Resolves when it is up, or with false when it did not come up. */
  start(): Promise<boolean>;
  /** Runs its restart program; only for one that has such. */
  restart(): Promise<boolean>;
  /** Resolves when it is down; false when it did not go. */
  stop(): Promise<boolean>;
  /** No longer watched: it may live or die. */
  unmonitor(): void;
  /** Begins nothing by itself any more. */
  release(): void;
  /** Called at the watch interval. */
  check(): void;
}
