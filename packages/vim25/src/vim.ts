import type { Arguments, Data, MethodName, Ref, Returned, Target, TaskMethodName, TaskResult } from './schema/values.js';
import type { CallOptions } from './session/options.js';
import type { Session } from './session/session.js';
import type { TaskWaiter, TaskWaitOptions } from './tasks/task-waiter.js';

/** A connection to a vCenter: typed calls, and what the functions of this package build upon. `connect` makes one. */
export class Vim {
  readonly session: Session;
  readonly tasks: TaskWaiter;
  readonly #end: () => void;
  readonly #closed = new AbortController();

  constructor(session: Session, tasks: TaskWaiter, end: () => void) {
    this.session = session;
    this.tasks = tasks;
    this.#end = end;
  }

  /** The server's root folder, managers, and what it says about itself. */
  get content(): Data<'ServiceContent'> {
    return this.session.content;
  }

  /** Aborted when this connection is closed. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Calls a method. Throws `VSphereFault` with the fault's class. */
  async call<M extends MethodName>(method: M, target: Target<M>, args: Arguments<M>, options: CallOptions = {}): Promise<Returned<M>> {
    return (await this.session.call(method, target as Ref, args as Readonly<Record<string, unknown>>, options.signal)) as Returned<M>;
  }

  /** Calls a method that begins a task, and waits for the task's end. Aborting ends the wait, not the task. */
  async run<M extends TaskMethodName>(
    method: M,
    target: Target<M>,
    args: Arguments<M>,
    options: TaskWaitOptions = {},
  ): Promise<TaskResult<M>> {
    const task = await this.call(method, target, args, options);
    return (await this.tasks.wait(task, method, options)) as TaskResult<M>;
  }

  /** Ends waits, logs out, drops the connections. */
  async close(): Promise<void> {
    this.#end();
    this.#closed.abort();
    await this.tasks.close();
    await this.session.close();
  }
}
