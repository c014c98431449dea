import type { MonitService, RestartLimit } from './monit-definition.js';
import { counting, endsRestarts, isReached } from './restart-limit.js';

type Limited = Pick<MonitService, 'name' | 'restartLimits'>;

/** In which cycles each service was started again, as far as its limits ask. */
export class RestartCounts {
  readonly #cycleMs: number;
  #counts = new Map<string, number[]>();
  /** Milliseconds that went into starting each: monit's cycles wait for that. */
  readonly #spent = new Map<string, number>();
  /** The cycle when a limit that does not end the restarts was last at its end; it counts anew from there. */
  readonly #told = new Map<string, number>();

  constructor(cycleMs: number) {
    this.#cycleMs = cycleMs;
  }

  /** As `toJson` gave it. */
  load(counts: Readonly<Record<string, number[]>>): void {
    this.#counts = new Map(Object.entries(counts));
  }

  /** In cycles of the clock: whoever reads it knows of no time that was spent. */
  toJson(): Record<string, number[]> {
    const spent = (name: string): number => Math.round((this.#spent.get(name) ?? 0) / this.#cycleMs);
    return Object.fromEntries([...this.#counts].map(([name, counted]) => [name, counted.map((each) => each + spent(name))]));
  }

  forget(name: string): void {
    this.#counts.delete(name);
    this.#spent.delete(name);
    for (const key of this.#told.keys()) if (key.endsWith(` ${name}`)) this.#told.delete(key);
  }

  spend(name: string, ms: number): void {
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + ms);
  }

  /** The limit that forbids one restart more at `now` (ms since 1970); without one the restart is counted. */
  ask({ name, restartLimits }: Limited, now: number): RestartLimit | undefined {
    if (restartLimits.length === 0) return undefined;
    const cycle = this.#cycleOf(name, now);
    const counted = this.#counts.get(name) ?? [];
    const forbidding = restartLimits.find((limit) => endsRestarts(limit) && isReached(limit, counted, cycle));
    if (forbidding === undefined) this.#counts.set(name, counting(counted, cycle, restartLimits));
    return forbidding;
  }

  /** Limits whose end is to be told, and leaves the restarts as they are; asked every cycle. */
  told({ name, restartLimits }: Limited, now: number): RestartLimit[] {
    const cycle = this.#cycleOf(name, now);
    return restartLimits.filter((limit, index) => {
      const key = `${index} ${name}`;
      const since = this.#told.get(key) ?? Number.NEGATIVE_INFINITY;
      const counted = (this.#counts.get(name) ?? []).filter((each) => each > since);
      if (endsRestarts(limit) || !isReached(limit, counted, cycle)) return false;
      this.#told.set(key, Math.max(...counted));
      return true;
    });
  }

  #cycleOf(name: string, now: number): number {
    return Math.floor((now - (this.#spent.get(name) ?? 0)) / this.#cycleMs);
  }
}
