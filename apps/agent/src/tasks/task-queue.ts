import type { AgentTask } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';
import { fail } from '../errors.js';

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

interface Entry {
  readonly id: string;
  readonly cancellable: boolean;
  readonly stop: AbortController;
  outcome: Outcome | undefined;
}

export interface TaskOptions {
  cancellable?: boolean;
  /** An id of before a restart. */
  id?: string;
}

/** Asynchronous methods, strictly one at a time, first come first served. Outcomes stay for the life of the process, so `get_task` may be repeated. */
export class TaskQueue {
  readonly #world: World;
  readonly #entries = new Map<string, Entry>();
  #last: Promise<void> = Promise.resolve();

  constructor(world: World) {
    this.#world = world;
  }

  /** Takes a task; it runs when those before it are done. */
  add(work: (signal: AbortSignal) => Promise<unknown>, options: TaskOptions = {}): AgentTask {
    const id = options.id ?? this.#world.uuid();
    const entry: Entry = { id, cancellable: options.cancellable ?? false, stop: new AbortController(), outcome: undefined };
    this.#entries.set(entry.id, entry);
    this.#last = this.#last.then(async () => {
      try {
        if (entry.stop.signal.aborted) throw fail('TaskCancelled', `Task ${entry.id} was cancelled before it began`);
        entry.outcome = { ok: true, value: await work(entry.stop.signal) };
      } catch (error) {
        entry.outcome = { ok: false, error };
      }
    });
    return { agent_task_id: entry.id, state: 'running' };
  }

  get(id: string): { state: 'running' } | Outcome {
    return this.#find(id).outcome ?? { state: 'running' };
  }

  /** Tells a running or waiting task to end. A finished one is left alone. Throws UnknownTask, NotCancellable. */
  cancel(id: string): void {
    const entry = this.#find(id);
    if (entry.outcome !== undefined) return;
    if (!entry.cancellable) throw fail('NotCancellable', 'not supported');
    entry.stop.abort(fail('TaskCancelled', `Task ${id} was cancelled`));
  }

  #find(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw fail('UnknownTask', `Task with id ${id} could not be found`);
    return entry;
  }
}
