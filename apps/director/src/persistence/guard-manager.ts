import type { EntityManager } from 'typeorm';

type Run = <T>(statement: () => Promise<T>) => Promise<T>;
const statements = new Set<PropertyKey>(['find', 'findOne', 'count', 'insert', 'update', 'delete', 'query']);

/** The manager, with `run` around each of its statements. */
export function guardManager(manager: EntityManager, run: Run): EntityManager {
  return new Proxy(manager, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function' || !statements.has(key)) return value;
      return (...args: unknown[]) => run(() => Reflect.apply(value, target, args) as Promise<never>);
    },
  });
}

/** The statements of one transaction, one at a time; the first that fails is its end, even when the failure is not heard. */
export class Statements {
  readonly manager: EntityManager;
  #last: Promise<unknown> = Promise.resolve();
  #failure: { error: unknown } | undefined;

  constructor(manager: EntityManager, run: Run) {
    this.manager = guardManager(manager, (statement) => {
      const result = this.#last.then(() => {
        if (this.#failure) throw this.#failure.error;
        return run(statement);
      });
      this.#last = result.catch((error: unknown) => {
        this.#failure ??= { error };
      });
      return result;
    });
  }

  /** Resolves when none is under way; throws what the first that failed threw. */
  async over(): Promise<void> {
    await this.#last;
    if (this.#failure) throw this.#failure.error;
  }
}
