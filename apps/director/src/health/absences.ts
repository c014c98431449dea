import type { Watched } from './watched-instances.js';

/** While something stays wrong it is told, and mended, again so often. */
const repeatMs = 60_000;

/** Since when instances are missed, and when that was last told; by agent or, without one, by instance. */
export class Absences {
  readonly #missedAt = new Map<string, number>();
  readonly #toldAt = new Map<string, number>();

  isDue(one: Watched, now: number): boolean {
    return now - (this.#toldAt.get(keyOf(one)) ?? Number.NEGATIVE_INFINITY) >= repeatMs;
  }

  tell(one: Watched, now: number): void {
    this.#toldAt.set(keyOf(one), now);
  }

  miss(one: Watched, now: number): void {
    this.#missedAt.set(keyOf(one), now);
  }

  /** Whether it was missed after that moment. */
  wasMissed(one: Watched, since: number): boolean {
    return (this.#missedAt.get(keyOf(one)) ?? Number.NEGATIVE_INFINITY) > since;
  }

  /** Forgets all but these. */
  keep(watched: readonly Watched[]): void {
    const keys = new Set(watched.map(keyOf));
    for (const map of [this.#missedAt, this.#toldAt]) for (const key of map.keys()) if (!keys.has(key)) map.delete(key);
  }
}

function keyOf({ vm, deployment, uuid }: Watched): string {
  return vm?.agentId ?? `${deployment}/${uuid}`;
}
