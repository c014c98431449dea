import { CodedError } from '@bosh6/base';
import type { Log } from '../core/log.js';
import type { TaskRow, TaskState } from '../persistence/rows/index.js';
import type { Store } from '../persistence/store.js';
import { describe } from './line-event-log.js';
import type { TaskOutputs } from './task-outputs.js';
import type { TaskRun } from './task-run.js';

/** What BOSH's clients expect to fit. */
const resultLength = 128;
const keptTasks = 2000;

export type Outcome = { readonly result: string } | { readonly error: unknown };

interface Needs {
  readonly store: Store;
  readonly outputs: TaskOutputs;
  readonly world: { now(): number };
  readonly log: Log;
  readonly keep?: number;
}

/** Says in the task's output how it ended, and closes that. Answers with the row as it is to be stored. */
export function sayEnd(row: TaskRow, run: TaskRun, outcome: Outcome, { world, log }: Pick<Needs, 'world' | 'log'>): TaskRow {
  let state: TaskState = 'done';
  let result = 'result' in outcome ? outcome.result : '';
  if ('error' in outcome) {
    // Whatever a cancelled task stumbles over, its end is the cancel's.
    const error = CodedError.is(run.abort.signal.reason) ? run.abort.signal.reason : outcome.error;
    const event = describe(error);
    state = CodedError.is(error, 'TaskCancelled') ? 'cancelled' : 'error';
    result = state === 'cancelled' ? 'task cancelled' : event.message;
    run.context.debug(stackOf(outcome.error));
    run.events.error(event);
    log.warn({ task: row.id, type: row.type, code: event.code, reason: event.message }, 'task failed');
  }
  run.output.close();
  return { ...row, state, result: cut(result), finishedAt: world.now(), leaseOwner: null, leaseUntil: null };
}

/** Stores how a task ended; the oldest tasks are forgotten with their outputs. */
export async function storeEnd(row: TaskRow, ended: TaskRow, { store, outputs, log, keep = keptTasks }: Needs): Promise<void> {
  const { id, state, result, finishedAt, leaseOwner, leaseUntil } = ended;
  const forgotten = await store.write(async (tx) => {
    // Who took the task over meanwhile says how it ended.
    const owner = (await tx.tasks.find({ id }))?.leaseOwner ?? null;
    if (owner === row.leaseOwner) await tx.tasks.update({ id }, { state, result, finishedAt, leaseOwner, leaseUntil });
    return tx.tasks.deleteAllBut(keep);
  });
  for (const old of forgotten)
    await outputs
      .delete(old)
      .catch((error: unknown) => log.warn({ err: error, task: old }, "a forgotten task's output could not be deleted"));
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function cut(text: string): string {
  return text.length <= resultLength ? text : `${text.slice(0, resultLength - 3)}...`;
}
