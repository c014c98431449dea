import type { Timer, World } from '@bosh6/base';
import type { Log } from '../core/log.js';
import { fail } from '../errors.js';
import type { TaskRow } from '../persistence/rows/index.js';
import type { Store } from '../persistence/store.js';
import { claimTasks } from './claim-tasks.js';
import { type Outcome, sayEnd, storeEnd } from './end-task.js';
import { insertTask } from './insert-task.js';
import { leaseMs } from './live-tasks.js';
import { recoverTasks } from './recover-tasks.js';
import type { TaskHandler } from './task-handler.js';
import type { TaskOutputs } from './task-outputs.js';
import { TaskRun } from './task-run.js';
import { TaskWaiters } from './task-waiters.js';
import type { NewTask, Tasks } from './tasks.js';

const usualRenewMs = 20_000;
const urgentWorkers = 8;
const storeAgainMs = 5000;

export interface TaskQueueOptions {
  store: Store;
  outputs: TaskOutputs;
  world: World;
  log: Log;
  workers: number;
  /** Whether tasks are run and those of dead Directors settled here, or only queued, cancelled and waited for; true unless said. */
  works?: boolean;
  /** Older tasks are forgotten with their outputs; the newest 2000 are kept unless said. */
  keep?: number;
  /** Other Directors are looked after this often; 20 s unless said. */
  renewMs?: number;
}

/** Stored tasks and the workers that run them, woken by events: nobody polls the table. */
export class TaskQueue implements Tasks {
  readonly #options: TaskQueueOptions;
  readonly #owner: string;
  readonly #works: boolean;
  readonly #handlers = new Map<string, TaskHandler>();
  readonly #running = new Map<number, { run: TaskRun; queue: string; ended: Promise<void> }>();
  readonly #waiters = new TaskWaiters();
  #renewal: Timer | undefined;
  #started = false;
  #deaf: () => Promise<void> = async () => undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #recovered: () => Promise<void> = async () => undefined;
  #claiming: Promise<void> = Promise.resolve();
  #unclaimed = false;

  constructor(options: TaskQueueOptions) {
    this.#options = options;
    this.#owner = options.world.uuid();
    this.#works = options.works ?? true;
  }

  register(...handlers: readonly TaskHandler[]): void {
    for (const handler of handlers) this.#handlers.set(handler.type, handler);
  }

  /** Settles what a dead Director left running, then begins to work. */
  async start(): Promise<void> {
    const { store, world, log, renewMs = usualRenewMs } = this.#options;
    if (this.#works) await recoverTasks(this.#options, this.#handlers);
    this.#started = true;
    const wake = (): void => {
      void this.#heed().catch((error: unknown) => log.warn({ err: error }, 'whether tasks are cancelled could not be seen'));
      this.#look();
    };
    this.#renewal = world.every(renewMs, () => {
      void this.#renew().catch((error: unknown) => log.warn({ err: error }, 'leases of tasks could not be renewed'));
      wake();
    });
    this.#deaf = store.onAnnounced(wake);
    await this.#claim();
  }

  async enqueue(task: NewTask): Promise<number> {
    const { store, world } = this.#options;
    const found = await insertTask(store, world, task);
    if (!found.isNew) await task.request?.discard?.();
    void this.#claim();
    void store.announce();
    return found.id;
  }

  async cancel(id: number): Promise<void> {
    const { store } = this.#options;
    const before = await store.write(async (tx) => {
      const row = await tx.tasks.find({ id });
      if (row === undefined) throw fail('TaskNotFound', `there is no task ${id}`);
      if (row.state !== 'queued' && row.state !== 'processing') {
        throw fail('TaskNotCancellable', `task ${id} cannot be cancelled: it is '${row.state}'`);
      }
      await tx.tasks.update({ id }, { state: 'cancelling' });
      return row;
    });
    const reason = fail('TaskCancelled', `Task ${id} cancelled`);
    if (before.state === 'processing') {
      this.#running.get(id)?.run.abort.abort(reason);
      void store.announce();
    } else {
      await this.#end(before, this.#run(before), { error: reason });
    }
  }

  async ended(id: number): Promise<TaskRow> {
    const row = this.#waiters.wait(id);
    const now = await this.#options.store.read.tasks.find({ id });
    if (now !== undefined && now.finishedAt !== null) this.#waiters.tell(now);
    return row;
  }

  /** Stops taking work, asks running work to stop, and waits until it has. */
  async close(): Promise<void> {
    this.#started = false;
    this.#renewal?.cancel();
    this.#abandon();
    await Promise.all([this.#deaf(), this.#looking, this.#claiming]);
    // What was claimed a moment ago, too.
    this.#abandon();
    await Promise.all([...this.#running.values()].map(({ ended }) => ended));
  }

  #abandon(): void {
    for (const [id, { run }] of this.#running) run.abort.abort(fail('TaskAbandoned', `the Director was stopped while task ${id} ran`));
  }

  /** Called when tasks of a Director that died meanwhile were settled. */
  onRecovered(recovered: () => Promise<void>): void {
    this.#recovered = recovered;
  }

  /** One look at a time; what is asked for meanwhile is the next one. */
  #look(): void {
    this.#lookAgain = true;
    this.#looking ??= (async () => {
      while (this.#lookAgain && this.#started) {
        this.#lookAgain = false;
        await this.#tick().catch((error: unknown) => this.#options.log.warn({ err: error }, 'what others did of tasks could not be seen'));
      }
      this.#looking = undefined;
    })();
  }

  /** Apart from looking: who settles what another left may take longer than a lease. */
  async #renew(): Promise<void> {
    const { store, world } = this.#options;
    const ids = [...this.#running.keys()];
    if (ids.length === 0) return;
    await store.write(async (tx) => {
      for (const id of ids) await tx.tasks.update({ id, leaseOwner: this.#owner }, { leaseUntil: world.now() + leaseMs });
    });
  }

  /** Of what we run: a cancel that another took, and what another has taken over. Apart from looking, as renewing is. */
  async #heed(): Promise<void> {
    const { store } = this.#options;
    if (!store.shared || this.#running.size === 0) return;
    for (const row of await store.read.tasks.byIds([...this.#running.keys()])) {
      const abort = this.#running.get(row.id)?.run.abort;
      if (row.state === 'cancelling') abort?.abort(fail('TaskCancelled', `Task ${row.id} cancelled`));
      if (row.leaseOwner !== this.#owner) abort?.abort(fail('TaskAbandoned', `task ${row.id} was given up while the database was away`));
    }
  }

  /** What others did: work that they queued or left, the ends of theirs. */
  async #tick(): Promise<void> {
    const { store } = this.#options;
    if (!this.#started) return;
    if (!store.shared) {
      // There are no others, but a disk that was full may have room again.
      if (this.#unclaimed) await this.#claim();
      return;
    }
    if (this.#works && (await recoverTasks(this.#options, this.#handlers)) > 0) await this.#recovered();
    await this.#claim();
    for (const row of await store.read.tasks.byIds(this.#waiters.ids())) if (row.finishedAt !== null) this.#waiters.tell(row);
  }

  #claim(): Promise<void> {
    this.#claiming = this.#claiming
      .then(() => this.#claimNow())
      .catch((error: unknown) => {
        this.#unclaimed = true;
        this.#options.log.error({ err: error }, 'no task could be claimed');
      });
    return this.#claiming;
  }

  async #claimNow(): Promise<void> {
    const { store, world, workers } = this.#options;
    if (!this.#started || !this.#works) return;
    this.#unclaimed = false;
    const busy = (queue: string): number => [...this.#running.values()].filter((entry) => entry.queue === queue).length;
    const free = new Map([
      ['normal', workers - busy('normal')],
      ['urgent', urgentWorkers - busy('urgent')],
    ]);
    const claim = { owner: this.#owner, now: world.now(), free, queueOf: (row: TaskRow) => this.#queueOf(row) };
    for (const row of await claimTasks(store, claim)) this.#launch(row);
  }

  #queueOf(row: TaskRow): string {
    return this.#handlers.get(row.type)?.queue ?? 'normal';
  }

  #run(row: TaskRow): TaskRun {
    const { outputs, world, log } = this.#options;
    return new TaskRun(row, outputs.open(row.id, log), world);
  }

  #launch(row: TaskRow): void {
    const run = this.#run(row);
    const ended = this.#work(row, run)
      .catch((error: unknown) => this.#options.log.error({ err: error, task: row.id }, 'a task could not be ended'))
      .finally(() => {
        this.#running.delete(row.id);
        void this.#claim();
      });
    this.#running.set(row.id, { run, queue: this.#queueOf(row), ended });
  }

  async #work(row: TaskRow, run: TaskRun): Promise<void> {
    const handler = this.#handlers.get(row.type);
    run.context.debug(`${row.type}: ${row.description}, for ${row.user}`);
    const outcome = await outcomeOf(async () => {
      if (handler === undefined) throw fail('TaskTypeUnknown', `this Director does not know tasks of type '${row.type}'`);
      return handler.run(run.context, row.payload);
    });
    await this.#end(row, run, outcome);
  }

  async #end(row: TaskRow, run: TaskRun, outcome: Outcome): Promise<void> {
    const ended = sayEnd(row, run, outcome, this.#options);
    // What was done is done, also while the database is away.
    for (;;) {
      try {
        await storeEnd(row, ended, this.#options);
        break;
      } catch (error) {
        if (!this.#started) throw error;
        this.#options.log.error({ err: error, task: row.id }, 'how a task ended could not be stored; it is tried again');
        await this.#options.world.sleep(storeAgainMs);
      }
    }
    this.#announce(ended);
  }

  #announce(ended: TaskRow): void {
    this.#waiters.tell(ended);
    void this.#options.store.announce();
  }
}

async function outcomeOf(work: () => Promise<string>): Promise<Outcome> {
  try {
    return { result: await work() };
  } catch (error) {
    return { error };
  }
}
