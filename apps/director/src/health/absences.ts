import type { Watched } from './watched-instances.js';

/** While something stays wrong it is told, and mended, again so often. */
const repeatMs = 60_000;

/**
 * When instances were missed, and when that was last told. An instance that was made anew was missed all the same (bosh-agent 8: a meltdown is of instances); what is
 * wrong with its next VM is news.
 */
export class Absences {
  readonly #missedAt = new Map<string, number>();
  readonly #toldAt = new Map<string, number>();

  isDue(one: Watched, now: number): boolean {
    return now - (this.#toldAt.get(vmOf(one)) ?? Number.NEGATIVE_INFINITY) >= repeatMs;
  }

  tell(one: Watched, now: number): void {
    this.#toldAt.set(vmOf(one), now);
  }

  miss(one: Watched, now: number): void {
    this.#missedAt.set(instanceOf(one), now);
  }

  /** Whether it was missed after that moment. */
  wasMissed(one: Watched, since: number): boolean {
    return (this.#missedAt.get(instanceOf(one)) ?? Number.NEGATIVE_INFINITY) > since;
  }

  /** Forgets all but these. */
  keep(watched: readonly Watched[]): void {
    forgetOthers(this.#missedAt, new Set(watched.map(instanceOf)));
    forgetOthers(this.#toldAt, new Set(watched.map(vmOf)));
  }
}

function forgetOthers(times: Map<string, number>, keys: ReadonlySet<string>): void {
  for (const key of times.keys()) if (!keys.has(key)) times.delete(key);
}

function instanceOf({ deployment, uuid }: Watched): string {
  return `${deployment}/${uuid}`;
}

/** Its VM, by the agent; without one, that it has none. */
function vmOf(one: Watched): string {
  return one.vm?.agentId ?? instanceOf(one);
}
