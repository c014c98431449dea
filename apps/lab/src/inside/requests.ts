import type { Json } from '@bosh6/base';
import type { StateStore } from './state.js';

const kept = 2000;

/** A stock Director draws its request ids from 900 000; they repeat, so nothing may be concluded from them. */
const isUnique = (requestId: string): boolean => !/^cpi-\d{6}$/.test(requestId);

/** Answers a repeated call with the first call's result, also while the first still runs. Failures are not kept: a repeat tries again. */
export class Requests {
  readonly #store: StateStore;
  readonly #running = new Map<string, Promise<Json>>();

  constructor(store: StateStore) {
    this.#store = store;
  }

  once(method: string, requestId: string | undefined, work: () => Promise<Json>): Promise<Json> {
    if (requestId === undefined || !isUnique(requestId)) return work();
    const key = `${method} ${requestId}`;
    const { requests } = this.#store.state;
    if (Object.hasOwn(requests, key)) return Promise.resolve(requests[key] ?? null);
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const started = work()
      .then(async (result) => {
        requests[key] = result;
        for (const old of Object.keys(requests).slice(0, -kept)) delete requests[old];
        await this.#store.save();
        return result;
      })
      .finally(() => this.#running.delete(key));
    this.#running.set(key, started);
    return started;
  }
}
