import type { World } from '@bosh6/base';
import type { Log } from '../core/log.js';
import type { LockRow } from '../persistence/rows/index.js';
import type { Repositories, Store } from '../persistence/store.js';
import { lockBusy } from './lock-busy.js';
import { LockWaiters } from './lock-waiters.js';
import type { Locks } from './locks.js';
import { tellLock } from './tell-lock.js';

const leaseMs = 60_000;
const renewMs = 20_000;
const waitMs = 10_000;
const releaseAgainMs = 5000;

/** Locks as rows, renewed while the work runs; waiters inside this process are woken by the release, others by the lease's end. */
export class LeaseLocks implements Locks {
  readonly #store: Store;
  readonly #world: World;
  readonly #log: Log;
  readonly #waiters: LockWaiters;
  /** By uid, the locks of work that runs. */
  readonly #held = new Set<string>();
  /** By uid, those of work that is over whose rows could not be deleted yet. */
  readonly #left = new Set<string>();

  constructor(store: Store, world: World, log: Log) {
    this.#store = store;
    this.#world = world;
    this.#log = log;
    this.#waiters = new LockWaiters(world);
  }

  async withLock<T>(
    name: string,
    taskId: number,
    work: () => Promise<T>,
    { timeoutMs = waitMs, signal }: { timeoutMs?: number; signal?: AbortSignal } = {},
  ): Promise<T> {
    const uid = this.#world.uuid();
    const row = (): LockRow => ({ name: `lock:${name}`, uid, expiredAt: this.#world.now() + leaseMs, taskId });
    await this.#acquire(name, row, timeoutMs, signal);
    this.#held.add(uid);
    const renewal = this.#world.every(renewMs, () => void this.#renew(row()));
    try {
      return await work();
    } finally {
      renewal.cancel();
      this.#held.delete(uid);
      await this.#release(row());
      this.#waiters.wake(name);
    }
  }

  async #acquire(name: string, row: () => LockRow, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    const deadline = this.#world.monotonic() + timeoutMs;
    for (;;) {
      signal?.throwIfAborted();
      const answer = await this.#store.write(async (tx) => {
        const taken = await this.#take(tx, row());
        if (taken.taken) await tellLock(tx, this.#world, 'acquire', row());
        return taken;
      });
      if (answer.taken) return;
      const left = deadline - this.#world.monotonic();
      if (left <= 0) throw lockBusy(name, answer.holder);
      const lease = this.#isHeld(answer.holder) ? leaseMs : Math.max(1, answer.holder.expiredAt - this.#world.now());
      await this.#waiters.wait(name, Math.min(left, lease), signal);
    }
  }

  #take(tx: Repositories, row: LockRow): ReturnType<Repositories['locks']['take']> {
    return tx.locks.take(row, this.#world.now(), (holder) => this.#isHeld(holder));
  }

  /** Whether work of this process has the lock; undefined where its lease has to tell. */
  #isHeld({ uid }: LockRow): boolean | undefined {
    if (this.#left.has(uid)) return false;
    // The clock may have gone on without us; where there is no other Director, nobody took that for our death.
    return !this.#store.shared && this.#held.has(uid) ? true : undefined;
  }

  /** A lease that ran out while the process slept or the database was away is begun anew where nobody else has the lock. */
  async #renew(row: LockRow): Promise<void> {
    const about = { lock: row.name, task: row.taskId };
    try {
      const answer = await this.#store.write(async (tx) => {
        if (!this.#held.has(row.uid)) return undefined;
        const holder = await tx.locks.find({ name: row.name });
        if (holder?.uid !== row.uid) return this.#take(tx, row);
        await tx.locks.update({ name: row.name, uid: row.uid }, { expiredAt: row.expiredAt });
        return undefined;
      });
      if (answer === undefined) return;
      if (answer.taken) this.#log.warn(about, 'a lock was lost to the end of its lease, and taken again');
      else this.#log.warn({ ...about, holder: answer.holder.taskId }, 'a lock was lost to another task, and both work');
    } catch (error) {
      this.#log.warn({ ...about, err: error }, "a lock's lease could not be renewed");
    }
  }

  /** What was done is done, also while the database is away: then the next of this process may have the lock, and others once the row is gone. */
  async #release(row: LockRow): Promise<void> {
    if (await this.#delete(row)) return;
    this.#left.add(row.uid);
    void this.#deleteLater(row);
  }

  /** Until its lease is over, and anybody may take it. */
  async #deleteLater(row: LockRow): Promise<void> {
    const end = this.#world.monotonic() + leaseMs;
    do await this.#world.sleep(releaseAgainMs);
    while (!(await this.#delete(row)) && this.#world.monotonic() < end);
    this.#left.delete(row.uid);
  }

  async #delete(row: LockRow): Promise<boolean> {
    try {
      await this.#store.write(async (tx) => {
        await tx.locks.delete({ name: row.name, uid: row.uid });
        await tellLock(tx, this.#world, 'release', row);
      });
      return true;
    } catch (error) {
      this.#log.warn({ err: error, lock: row.name, task: row.taskId }, 'a lock could not be released; it is tried again');
      return false;
    }
  }
}
