import { CodedError } from '@bosh6/base';
import type { Director, ErrorDetails, EventLine, OutputType, Task } from '@bosh6/director-api/client';
import { fail } from '../errors.js';
import { eventLineOf } from '../task/event-line.js';
import { asLostTask } from './lost-task.js';
import type { Seat } from './seat.js';
import { taskCommand } from './task-command.js';

export interface Followed {
  readonly task: Task;
  readonly result: string;
  /** Stages that its events named. */
  readonly stages: ReadonlySet<string>;
}
export interface FollowChoices {
  /** Read the result output too. */
  readonly withResult?: boolean;
  /** Shows an output's lines as they are, instead of rendered events. */
  readonly raw?: OutputType;
  /** Says every so many seconds that the task still runs; never where that is 0. */
  readonly heartbeat?: number | undefined;
  /** Finds what the person wrote behind a place in the text that was sent. */
  readonly locate?: (where: NonNullable<ErrorDetails['where']>) => object;
}

/**
 * Follows a task on the screen until it ends. Ctrl-C stops the following, not the task, and says how to go on.
 * Errors: TaskFailed when the task does not end in `done`, StoppedFollowing, TaskLost when the Director can no longer be reached.
 */
export async function followTask(seat: Seat, director: Director, task: Task | number, choices: FollowChoices = {}): Promise<Followed> {
  const id = typeof task === 'number' ? task : task.id;
  const { raw } = choices;
  const { reporter } = seat;
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let failure: EventLine['error'] | undefined;
  const stages = new Set<string>();
  let beat = Number.NEGATIVE_INFINITY;
  const progress = raw === undefined ? await seat.progress() : undefined;
  try {
    reporter.taskStarted(id);
    // Now what was asked before stands on a line that has ended.
    progress?.begin(id);
    const outcome = await director.tasks.follow(task, {
      type: raw ?? 'event',
      signal: interrupt.signal,
      withResult: choices.withResult === true && raw === undefined,
      onRunning: (running) => {
        const now = seat.world.now();
        if (!choices.heartbeat || now - beat < choices.heartbeat * 1000) return;
        beat = now;
        reporter.heartbeat(running, now);
      },
      onLine: (line) => {
        if (raw !== undefined) return reporter.raw(line);
        const event = eventLineOf(line);
        if (event !== undefined) progress?.add(id, event);
        reporter.line(id, line);
        failure = event?.error ?? failure;
        if (event?.stage !== undefined) stages.add(event.stage);
      },
    });
    reporter.taskEnded(id, outcome.task.state);
    seat.ui.api({ tasks: [outcome.task] });
    if (outcome.task.state === 'done') return { ...outcome, stages };
    throw taskFailed(id, outcome.task, failure, choices);
  } catch (error) {
    if (CodedError.is(error, 'TaskFailed')) throw error;
    if (!interrupt.signal.aborted) throw asLostTask(error, { id, url: director.target.origin, command: taskCommand(id, seat.flags) });
    seat.ui.partial('\n');
    throw stopped(id, seat);
  } finally {
    progress?.end(id);
    process.removeListener('SIGINT', stop);
    process.removeListener('SIGTERM', stop);
  }
}

function taskFailed(id: number, { state }: Task, failure: EventLine['error'] | undefined, { locate }: FollowChoices): CodedError {
  const sent = failure?.details?.where;
  const found = sent === undefined || sent === null ? undefined : (locate?.(sent) ?? sent);
  const where = Object.fromEntries(Object.entries(found ?? {}).filter(([, value]) => value !== undefined && value !== null));
  const hint = failure?.details?.hint;
  const number = failure?.code === undefined ? '' : ` (error ${failure.code})`;
  return fail('TaskFailed', `task ${id} ended in state '${state}'${number}`, {
    ...(Object.keys(where).length === 0 ? {} : { where }),
    ...(hint === undefined || hint === null ? {} : { hint }),
    details: { task: id, state, ...(failure === undefined ? {} : { error: failure }) },
  });
}

function stopped(id: number, { flags }: Seat): CodedError {
  return fail('StoppedFollowing', `Task ${id} keeps running on the Director; follow it again with \`${taskCommand(id, flags)}\``);
}
