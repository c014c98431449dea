import type { MonitAction, MonitService, RestartLimit } from './monit-definition.js';
import { counting, isReached } from './restart-limit.js';

type Limited = Pick<MonitService, 'name' | 'restartLimits'>;

/** In which cycles each service was started again, as far as its limits ask. */
export class RestartCounts {
  readonly #cycleMs: number;
  #counts = new Map<string, number[]>();
  /** Milliseconds that went into starting each: monit's cycles wait for that. */
  readonly #spent = new Map<string, number>();
  /** Limits that were told of and do not end the restarts. */
  readonly #told = new Set<string>();

  constructor(cycleMs: number) {
    this.#cycleMs = cycleMs;
  }

  /** As `toJson` gave it. */
  load(counts: Readonly<Record<string, number[]>>): void {
    this.#counts = new Map(Object.entries(counts));
  }

  toJson(): Record<string, number[]> {
    return Object.fromEntries(this.#counts);
  }

  forget(name: string): void {
    this.#counts.delete(name);
    this.#spent.delete(name);
  }

  spend(name: string, ms: number): void {
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + ms);
  }

  /** Asked before a restart at `now` (ms since 1970), which counts unless it must not be. `reached` are the limits that are at their end. */
  ask({ name, restartLimits }: Limited, now: number): { reached: RestartLimit[]; mayRestart: boolean } {
    if (restartLimits.length === 0) return { reached: [], mayRestart: true };
    const cycle = Math.floor((now - (this.#spent.get(name) ?? 0)) / this.#cycleMs);
    const counted = this.#counts.get(name) ?? [];
    const reached = restartLimits.filter((limit, index) => this.#isNew(`${index} ${name}`, limit, isReached(limit, counted, cycle)));
    if (reached.some(({ action }) => endsRestarts(action))) return { reached, mayRestart: false };
    this.#counts.set(name, counting(counted, cycle, restartLimits));
    return { reached, mayRestart: true };
  }

  /** One that lets the restarts go on is told of once, until it is over. */
  #isNew(key: string, { action }: RestartLimit, isAtEnd: boolean): boolean {
    const wasTold = this.#told.delete(key);
    if (isAtEnd) this.#told.add(key);
    return isAtEnd && (endsRestarts(action) || !wasTold);
  }
}

function endsRestarts({ kind }: MonitAction): boolean {
  return kind === 'unmonitor' || kind === 'stop';
}
