/** Work of which there is never two at once under one name: who asks meanwhile gets the first one's result. */
export class Flights {
  readonly #running = new Map<string, Promise<unknown>>();

  run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const running = this.#running.get(name) as Promise<T> | undefined;
    if (running !== undefined) return running;
    const started = work().finally(() => this.#running.delete(name));
    this.#running.set(name, started);
    return started;
  }

  /** Work that waits for its turn behind other work of the same name. */
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const key = `turn ${name}`;
    const before = this.#running.get(key) ?? Promise.resolve();
    const after = before.catch(() => undefined).then(work);
    this.#running.set(key, after);
    const end = (): void => {
      if (this.#running.get(key) === after) this.#running.delete(key);
    };
    after.then(end, end);
    return after;
  }
}
