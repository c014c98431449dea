import { CodedError, type Json, type Timer, type World } from '@bosh6/base';
import type { Log } from '../core/log.js';
import { fail } from '../errors.js';
import type { TaskRow, TaskState } from '../persistence/rows/index.js';
import type { Store } from '../persistence/store.js';
import { describe } from './line-event-log.js';
import { leaseMs } from './live-tasks.js';
import { recoverTasks } from './recover-tasks.js';
import type { TaskHandler } from './task-handler.js';
import type { TaskOutputs } from './task-outputs.js';
import { TaskRun } from './task-run.js';
import type { NewTask, Tasks } from './tasks.js';

/** Longer than a client goes on to try. */
const resendMs = 60_000;
const usualRenewMs = 20_000;
const urgentWorkers = 8;
/** What BOSH's clients expect to fit. */
const resultLength = 128;
const keptTasks = 2000;

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
  readonly #waiters = new Map<number, ((row: TaskRow) => void)[]>();
  #renewal: Timer | undefined;
  #started = false;
  #deaf: () => Promise<void> = async () => undefined;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #recovered: () => Promise<void> = async () => undefined;
  #claiming: Promise<void> = Promise.resolve();

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
    const { type, description, user, deployment = null, contextId = '', request } = task;
    const found = await store.write(async (tx) => {
      const known = request === undefined ? undefined : await tx.tasks.unfollowed(request.key, request.at - resendMs);
      if (known !== undefined) return { id: known, isNew: false };
      const teams = task.teams ?? (deployment === null ? [] : ((await tx.deployments.find({ name: deployment }))?.teams ?? []));
      const { id } = await tx.tasks.insert({
        type,
        state: 'queued',
        description,
        result: null,
        user,
        deployment,
        contextId,
        payload: task.payload as Json,
        createdAt: world.now(),
        startedAt: null,
        finishedAt: null,
        leaseOwner: null,
        leaseUntil: null,
        requestKey: request?.key ?? null,
        teams: [...teams],
      });
      return { id, isNew: true };
    });
    if (!found.isNew) await request?.discard?.();
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
      const run = new TaskRun(before, this.#options.outputs.open(id), this.#options.world);
      await this.#finish(before, run, { error: reason });
    }
  }

  async ended(id: number): Promise<TaskRow> {
    const row = new Promise<TaskRow>((resolve) => this.#waiters.set(id, [...(this.#waiters.get(id) ?? []), resolve]));
    const now = await this.#options.store.read.tasks.find({ id });
    if (now !== undefined && now.finishedAt !== null) this.#tell(now);
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
    if (!store.shared || !this.#started) return;
    if (this.#works && (await recoverTasks(this.#options, this.#handlers)) > 0) await this.#recovered();
    await this.#claim();
    for (const row of await store.read.tasks.byIds([...this.#waiters.keys()])) if (row.finishedAt !== null) this.#tell(row);
  }

  #claim(): Promise<void> {
    this.#claiming = this.#claiming
      .then(() => this.#claimNow())
      .catch((error: unknown) => {
        this.#options.log.error({ err: error }, 'no task could be claimed');
      });
    return this.#claiming;
  }

  async #claimNow(): Promise<void> {
    const { store, world, workers } = this.#options;
    if (!this.#started || !this.#works) return;
    const busy = (queue: string): number => [...this.#running.values()].filter((entry) => entry.queue === queue).length;
    const free = new Map([
      ['normal', workers - busy('normal')],
      ['urgent', urgentWorkers - busy('urgent')],
    ]);
    const claimed = await store.write(async (tx) => {
      const rows: TaskRow[] = [];
      for (const row of await tx.tasks.all({ state: 'queued' })) {
        const queue = this.#queueOf(row);
        const left = free.get(queue) ?? 0;
        if (left <= 0) continue;
        free.set(queue, left - 1);
        const changes = {
          state: 'processing',
          startedAt: world.now(),
          leaseOwner: this.#owner,
          leaseUntil: world.now() + leaseMs,
        } as const;
        await tx.tasks.update({ id: row.id }, changes);
        rows.push({ ...row, ...changes });
      }
      return rows;
    });
    for (const row of claimed) this.#launch(row);
  }

  #queueOf(row: TaskRow): string {
    return this.#handlers.get(row.type)?.queue ?? 'normal';
  }

  #launch(row: TaskRow): void {
    const run = new TaskRun(row, this.#options.outputs.open(row.id), this.#options.world);
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
    try {
      if (handler === undefined) throw fail('TaskTypeUnknown', `this Director does not know tasks of type '${row.type}'`);
      const result = await handler.run(run.context, row.payload);
      await this.#finish(row, run, { result });
    } catch (error) {
      await this.#finish(row, run, { error });
    }
  }

  async #finish(row: TaskRow, run: TaskRun, outcome: { result: string } | { error: unknown }): Promise<void> {
    const { store, outputs, world, log, keep = keptTasks } = this.#options;
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
    const changes = { state, result: cut(result), finishedAt: world.now(), leaseOwner: null, leaseUntil: null };
    const forgotten = await store.write(async (tx) => {
      // Who took the task over meanwhile says how it ended.
      const owner = (await tx.tasks.find({ id: row.id }))?.leaseOwner ?? null;
      if (owner === row.leaseOwner) await tx.tasks.update({ id: row.id }, changes);
      return tx.tasks.deleteAllBut(keep);
    });
    this.#tell({ ...row, ...changes });
    void store.announce();
    for (const id of forgotten) await outputs.delete(id);
  }

  #tell(row: TaskRow): void {
    const waiting = this.#waiters.get(row.id) ?? [];
    this.#waiters.delete(row.id);
    for (const wake of waiting) wake(row);
  }
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function cut(text: string): string {
  return text.length <= resultLength ? text : `${text.slice(0, resultLength - 3)}...`;
}
