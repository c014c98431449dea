import type { World } from '@bosh6/base';
import type { TaskRow } from '../persistence/rows/index.js';
import { LineEventLog } from './line-event-log.js';
import type { TaskContext } from './task-handler.js';
import type { TaskOutput } from './task-outputs.js';

/** A task's context and the means to stop it. */
export class TaskRun {
  readonly context: TaskContext;
  readonly events: LineEventLog;
  readonly abort = new AbortController();
  readonly output: TaskOutput;

  constructor(row: TaskRow, output: TaskOutput, world: World) {
    this.output = output;
    this.events = new LineEventLog(world, (line) => output.line('event', line));
    const { signal } = this.abort;
    const stamped = (line: string): string => `${new Date(world.now()).toISOString()} ${line}`;
    this.context = {
      taskId: row.id,
      user: row.user,
      deployment: row.deployment ?? undefined,
      events: this.events,
      signal,
      throwIfCancelled: () => signal.throwIfAborted(),
      result: (line) => output.line('result', line),
      debug: (line) => output.line('debug', stamped(line)),
      cpiLog: (line) => output.line('cpi', stamped(line)),
    };
  }
}
