import type { TaskRow } from '../persistence/rows/index.js';

/** Who waits for the ends of which tasks. */
export class TaskWaiters {
  readonly #waiters = new Map<number, ((row: TaskRow) => void)[]>();

  ids(): number[] {
    return [...this.#waiters.keys()];
  }

  /** Resolves when the end of that task is told. */
  wait(id: number): Promise<TaskRow> {
    return new Promise((resolve) => this.#waiters.set(id, [...(this.#waiters.get(id) ?? []), resolve]));
  }

  tell(row: TaskRow): void {
    const waiting = this.#waiters.get(row.id) ?? [];
    this.#waiters.delete(row.id);
    for (const wake of waiting) wake(row);
  }
}
