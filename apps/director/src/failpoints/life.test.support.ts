import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@bosh6/base';
import type { Cpi } from '@bosh6/cpi-protocol';
import type { Collaborators } from '../core/collaborators.js';
import type { Harness } from '../deploy/harness.test.support.js';
import { recoverDeploys } from '../deploy/recover-deploys.js';
import { engineHandlers } from '../engine/handlers.js';
import type { TaskRow } from '../persistence/rows/index.js';
import { TaskOutputs } from '../tasks/task-outputs.js';
import { TaskQueue } from '../tasks/task-queue.js';
import { between } from './between.js';
import { Failpoints } from './failpoints.js';

export interface Work {
  type: string;
  payload: { deployment?: string; [key: string]: unknown };
}

interface Fate {
  isDead: boolean;
  /** Transactions that are under way: a dead one's would end before another Director could begin. */
  readonly writes: Set<Promise<unknown>>;
}

/** One Director's life on the database, the infrastructure and the agents of a harness. Once dead it does nothing any more, and hears of nothing that it began. */
export class Life {
  readonly #fate: Fate;
  readonly #queue: TaskQueue;
  readonly #armed: string;

  private constructor(fate: Fate, queue: TaskQueue, armed: string) {
    this.#fate = fate;
    this.#queue = queue;
    this.#armed = armed;
  }

  /** Resolves when it has put in order what the one before left, and works. */
  static async begin(h: Harness): Promise<Life> {
    // the broker's users are in its memory
    h.bus.authorized.clear();
    const { stateDir } = h.collaborators.config;
    const fate: Fate = { isDead: false, writes: new Set() };
    const mortal = untilDead(h.collaborators, fate);
    const { store, world, log } = mortal;
    const tasks = new TaskQueue({ store, outputs: new TaskOutputs(join(stateDir, 'tasks')), world, log, workers: 4 });
    const armed = join(stateDir, 'armed');
    const points = new Failpoints(armed);
    const watched = points.around({ ...mortal, tasks });
    tasks.register(...engineHandlers(watched, { agentWaitMs: 300 }).map(points.watched));
    await recoverDeploys(watched);
    await tasks.start();
    return new Life(fate, tasks, armed);
  }

  async run(work: Work): Promise<TaskRow> {
    return this.#queue.ended(await this.#begin(work));
  }

  /** Runs a task to its end, and counts its steps. */
  async count(work: Work): Promise<number> {
    writeFileSync(this.#armed, JSON.stringify({ task: work.type, exitAt: 0 }));
    const { state, result } = await this.run(work);
    rmSync(this.#armed);
    if (state !== 'done') throw new Error(`${work.type}: ${result}`);
    return (JSON.parse(readFileSync(`${this.#armed}.steps`, 'utf8')) as string[]).length;
  }

  /** Runs a task, and dies at that step of it. Answers which that was; undefined when the task ended before. */
  async dies(work: Work, exitAt: number): Promise<string | undefined> {
    const death = Promise.withResolvers<void>();
    const where = await this.#disturbed(
      work,
      exitAt,
      () => {
        this.#fate.isDead = true;
        death.resolve();
      },
      () => Promise.race([death.promise, this.run(work)]),
    );
    await Promise.allSettled(this.#fate.writes);
    return where;
  }

  /** Runs a task that somebody cancels at that step of it. Answers how it ended and which step that was; undefined when it ended before. */
  async isCancelled(work: Work, at: number): Promise<{ task: TaskRow; where: string | undefined }> {
    const begun = Promise.withResolvers<number>();
    let cancel: Promise<unknown> | undefined;
    let task: TaskRow | undefined;
    const where = await this.#disturbed(
      work,
      at,
      () => {
        // too late is an answer, too
        cancel = begun.promise.then((id) => this.#queue.cancel(id)).catch((error: unknown) => error);
      },
      async () => {
        const id = await this.#begin(work);
        begun.resolve(id);
        task = await this.#queue.ended(id);
      },
    );
    const answer = await cancel;
    if (answer !== undefined && !CodedError.is(answer, 'TaskNotCancellable')) throw answer;
    return { task: task as TaskRow, where };
  }

  /** What happens to the process at that step happens to `disturb` instead. */
  async #disturbed({ type }: Work, exitAt: number, disturb: () => void, run: () => Promise<unknown>): Promise<string | undefined> {
    writeFileSync(this.#armed, JSON.stringify({ task: type, exitAt }));
    let where: string | undefined;
    let isOver = false;
    // stays so: an agent that nobody waits for may confirm its DNS records after the task's end
    process.kill = () => {
      if (isOver) return true;
      where = readFileSync(`${this.#armed}.killed`, 'utf8');
      disturb();
      return true;
    };
    await run();
    isOver = true;
    rmSync(this.#armed);
    return where;
  }

  #begin({ type, payload }: Work): Promise<number> {
    const of = payload.deployment === undefined ? {} : { deployment: payload.deployment };
    return this.#queue.enqueue({ type, description: type, user: 'admin', payload: payload as never, ...of });
  }

  end(): Promise<void> {
    return this.#queue.close();
  }
}

/** What does things for the living only. */
function untilDead(all: Collaborators, fate: Fate): Collaborators {
  const never = new Promise<never>(() => undefined);
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (fate.isDead) return never;
    const result = await work();
    return fate.isDead ? never : result;
  };
  const { store, blobs, bus, busAuthority, cpis } = all;
  const cpiOf = (cpi: Cpi): Cpi =>
    new Proxy(cpi, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        return typeof method === 'function' ? (...args: unknown[]) => alive(async () => method.apply(target, args)) : method;
      },
    });
  return {
    ...all,
    store: between(store, {
      write: (work) =>
        alive(() => {
          const written = store.write(work);
          fate.writes.add(written);
          return written.finally(() => fate.writes.delete(written));
        }),
    }),
    blobs: between(blobs, { put: (...args) => alive(() => blobs.put(...args)), delete: (id) => alive(() => blobs.delete(id)) }),
    bus: between(bus, { publish: (subject, body) => (fate.isDead ? undefined : bus.publish(subject, body)) }),
    busAuthority: between(busAuthority, {
      authorize: (id) => alive(() => busAuthority.authorize(id)),
      revoke: (id) => alive(() => busAuthority.revoke(id)),
    }),
    cpis: between(cpis, { use: (name, work) => cpis.use(name, (cpi) => work(cpiOf(cpi))) }),
  };
}
