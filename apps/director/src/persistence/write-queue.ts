import { AsyncLocalStorage } from 'node:async_hooks';
import { fail } from '../errors.js';

/** Runs one piece of work at a time, in the order of arrival; other work beside it. */
export class WriteQueue {
  readonly #inside = new AsyncLocalStorage<true>();
  readonly #beside = new Set<Promise<unknown>>();
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()) return nested();
    const result = this.#tail.then(() => this.#inside.run(true, work));
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /** Runs at once. */
  beside<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()) return nested();
    const result = this.#inside.run(true, work);
    const ended = result.catch(() => undefined).finally(() => this.#beside.delete(ended));
    this.#beside.add(ended);
    return result;
  }

  /** Resolves when all that was asked for so far is over. */
  async idle(): Promise<void> {
    await Promise.all([this.#tail, ...this.#beside]);
  }
}

function nested(): Promise<never> {
  return Promise.reject(fail('NestedWrite', 'a transaction was asked for inside another'));
}
