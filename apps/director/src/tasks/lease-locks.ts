import type { World } from '@bosh6/base';
import { fail } from '../errors.js';
import { recordEvent } from '../events/record-event.js';
import type { LockRow } from '../persistence/rows/index.js';
import type { Repositories, Store } from '../persistence/store.js';
import type { Locks } from './locks.js';

const leaseMs = 60_000;
const renewMs = 20_000;
const waitMs = 10_000;

/** Locks as rows, renewed while the work runs; waiters inside this process are woken by the release, others by the lease's end. */
export class LeaseLocks implements Locks {
  readonly #store: Store;
  readonly #world: World;
  readonly #waiters = new Map<string, Set<() => void>>();

  constructor(store: Store, world: World) {
    this.#store = store;
    this.#world = world;
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
    const renewal = this.#world.every(renewMs, () => {
      const { expiredAt } = row();
      this.#store.write((tx) => tx.locks.update({ name: `lock:${name}`, uid }, { expiredAt })).catch(() => undefined);
    });
    try {
      return await work();
    } finally {
      renewal.cancel();
      await this.#store.write(async (tx) => {
        await tx.locks.delete({ name: `lock:${name}`, uid });
        await this.#tell(tx, 'release', row());
      });
      for (const wake of this.#waiters.get(name) ?? []) wake();
    }
  }

  async #acquire(name: string, row: () => LockRow, timeoutMs: number, signal?: AbortSignal): Promise<void> {
    const deadline = this.#world.monotonic() + timeoutMs;
    for (;;) {
      signal?.throwIfAborted();
      const answer = await this.#store.write(async (tx) => {
        const taken = await tx.locks.take(row(), this.#world.now());
        if (taken.taken) await this.#tell(tx, 'acquire', row());
        return taken;
      });
      if (answer.taken) return;
      const left = deadline - this.#world.monotonic();
      if (left <= 0) {
        const { taskId } = answer.holder;
        throw fail('LockBusy', `the lock '${name}' is held by task ${taskId ?? '?'}`, {
          where: { object: `task ${taskId ?? '?'}` },
          ...(taskId === null
            ? {}
            : { hint: `wait for it with \`bosh6 task ${taskId}\`, or stop it with \`bosh6 cancel-task ${taskId}\`` }),
        });
      }
      await this.#released(name, Math.min(left, Math.max(1, answer.holder.expiredAt - this.#world.now())), signal);
    }
  }

  async #tell(tx: Repositories, action: string, { name: objectName, taskId }: LockRow): Promise<void> {
    const task = taskId === null ? undefined : await tx.tasks.summary(taskId);
    const { user = '', deployment = null } = task ?? {};
    await recordEvent(tx, this.#world, { user, action, objectType: 'lock', objectName, taskId, deployment });
  }

  /** Resolves when the lock may be free, or nobody is to wait for it any more. */
  #released(name: string, ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiters = this.#waiters.get(name) ?? new Set();
      this.#waiters.set(name, waiters);
      const wake = (): void => {
        timer.cancel();
        signal?.removeEventListener('abort', wake);
        waiters.delete(wake);
        if (waiters.size === 0) this.#waiters.delete(name);
        resolve();
      };
      const timer = this.#world.after(ms, wake);
      waiters.add(wake);
      signal?.addEventListener('abort', wake);
      if (signal?.aborted) wake();
    });
  }
}
