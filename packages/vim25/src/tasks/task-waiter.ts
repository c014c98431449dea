import { fail } from '../errors.js';
import { viewSpec } from '../properties/filter-specs.js';
import { watchUpdates } from '../properties/watch-updates.js';
import type { Data, Ref } from '../schema/values.js';
import type { Session } from '../session/session.js';
import { TaskList } from './task-list.js';
import { taskOutcome } from './task-outcome.js';

export interface TaskWaitOptions {
  /** Ends the wait; the task goes on. */
  signal?: AbortSignal | undefined;
  /** Percent, whenever the server tells. */
  onProgress?: (percent: number) => void;
}

interface Waiting {
  readonly method: string;
  readonly onProgress: ((percent: number) => void) | undefined;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Waits for any number of tasks with one wait at the server, which is held until something changes: nothing polls. */
export class TaskWaiter {
  readonly #session: Session;
  readonly #list: TaskList;
  readonly #waiting = new Map<string, Set<Waiting>>();
  readonly #stop = new AbortController();
  #interrupt: () => void = () => {};
  #running: Promise<void> | undefined;
  /** Resolves when a task is waited for again. */
  #wake: (() => void) | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.#list = new TaskList(session);
    session.renewed.add(() => this.#interrupt());
  }

  /** The result of a task. Throws `VSphereFault` when it ends with one, `ObjectNotFound` when the server no longer knows it. */
  wait(task: Ref<'Task'>, method: string, { signal, onProgress }: TaskWaitOptions = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (this.#stop.signal.aborted) return reject(fail('VSphereClosed', 'the session is closed'));
      const abort = (): void => {
        this.#forget(task.value, waiting);
        reject(signal?.reason);
      };
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T): void => {
          signal?.removeEventListener('abort', abort);
          end(value);
        };
      const waiting: Waiting = { method, onProgress, resolve: settle(resolve), reject: settle(reject) };
      signal?.addEventListener('abort', abort, { once: true });
      const same = this.#waiting.get(task.value);
      if (same === undefined) this.#waiting.set(task.value, new Set([waiting]));
      else same.add(waiting);
      this.#start();
    });
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#wake?.();
    this.#rejectAll(fail('VSphereClosed', 'the session was closed while a task was waited for'));
    await this.#running;
  }

  #start(): void {
    this.#wake?.();
    if (this.#running === undefined) {
      this.#running = this.#run()
        .catch((error: unknown) => this.#rejectAll(error))
        .finally(() => {
          this.#running = undefined;
        });
      return;
    }
    this.#sync().catch(() => this.#interrupt()); // the loop meets the same failure, and knows what to do
  }

  async #run(): Promise<void> {
    const prepare = async () => {
      const view = await this.#list.create();
      await this.#sync();
      return [viewSpec(view, 'Task', ['info'])];
    };
    const interrupted = (interrupt: () => void): void => {
      this.#interrupt = interrupt;
    };
    for await (const updates of watchUpdates(this.#session, prepare, { signal: this.#stop.signal, interrupted })) {
      for (const update of updates) this.#apply(update);
      while (this.#waiting.size === 0 && !this.#stop.signal.aborted) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = undefined;
        if (!this.#stop.signal.aborted) await this.#sync().catch(() => {});
      }
    }
  }

  /** Makes the server's list the list of what is waited for. */
  async #sync(): Promise<void> {
    for (const gone of await this.#list.sync(() => this.#waiting.keys())) this.#settle(gone, undefined);
  }

  /** The update has the task's result too: it is not asked for again. */
  #apply({ obj, kind, changeSet }: Data<'ObjectUpdate'>): void {
    if (kind === 'leave') this.#settle(obj.value, undefined);
    for (const { val } of changeSet ?? []) {
      const info = val as Data<'TaskInfo'> | undefined;
      if (info?.state === 'success' || info?.state === 'error') this.#settle(obj.value, info);
      else if (info?.progress !== undefined) for (const one of this.#waiting.get(obj.value) ?? []) one.onProgress?.(info.progress);
    }
  }

  #settle(id: string, info: Data<'TaskInfo'> | undefined): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    for (const { method, resolve, reject } of waiting ?? []) {
      try {
        resolve(taskOutcome(id, method, info));
      } catch (error) {
        reject(error);
      }
    }
  }

  #forget(id: string, waiting: Waiting): void {
    const same = this.#waiting.get(id);
    same?.delete(waiting);
    if (same?.size === 0) this.#waiting.delete(id);
  }

  #rejectAll(error: unknown): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const same of all) for (const { reject } of same) reject(error);
  }
}
