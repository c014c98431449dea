import type { Log } from '../../core/log.js';
import type { TaskContext } from '../../tasks/task-handler.js';

interface Asked {
  user: string;
  deployment: string;
  /** Gets what a task would warn of. */
  warnings: string[];
  log: Log;
  signal: AbortSignal;
}

/** Stands in for a task where nothing is done: no row, no event. */
export function silentTask({ user, deployment, warnings, log, signal }: Asked): TaskContext {
  const debug = (line: string): void => log.debug({ deployment }, line);
  return {
    taskId: 0,
    user,
    deployment,
    events: {
      stage: () => ({ task: (_name, work) => work(() => undefined) }),
      warning: (message) => void warnings.push(message),
      deprecation: (message) => void warnings.push(message),
      error: () => undefined,
    },
    signal,
    throwIfCancelled: () => signal.throwIfAborted(),
    result: () => undefined,
    debug,
    cpiLog: debug,
  };
}
