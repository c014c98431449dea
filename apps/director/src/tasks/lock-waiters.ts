import type { World } from '@bosh6/base';

/** Who waits in this process for which locks. */
export class LockWaiters {
  readonly #world: Pick<World, 'after'>;
  readonly #waiters = new Map<string, Set<() => void>>();

  constructor(world: Pick<World, 'after'>) {
    this.#world = world;
  }

  /** Resolves when the lock may be free, or nobody is to wait for it any more. */
  wait(name: string, ms: number, signal?: AbortSignal): Promise<void> {
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

  wake(name: string): void {
    for (const wake of this.#waiters.get(name) ?? []) wake();
  }
}
