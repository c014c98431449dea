import { AsyncLocalStorage } from 'node:async_hooks';
import { fail } from '../errors.js';

/** Runs one piece of work at a time, in the order of arrival. */
export class WriteQueue {
  readonly #inside = new AsyncLocalStorage<true>();
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()) return Promise.reject(fail('NestedWrite', 'a transaction was asked for inside another'));
    const result = this.#tail.then(() => this.#inside.run(true, work));
    this.#tail = result.catch(() => undefined);
    return result;
  }

  /** Resolves when all that was queued so far is over. */
  idle(): Promise<unknown> {
    return this.#tail;
  }
}
