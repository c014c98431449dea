import type { Beat, JobState } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';

interface Sighting {
  readonly at: number;
  /** Missed after so long. */
  readonly timeoutMs: number;
  /** It said that it shuts down. */
  readonly isLeaving: boolean;
  /** Its VM is lost. */
  lost: boolean;
  readonly jobState?: JobState | undefined;
  readonly processes?: number | undefined;
}

const missedBeats = 3;

/** When each agent was last heard. */
export class Sightings {
  readonly #seen = new Map<string, Sighting>();

  constructor(
    private readonly world: Pick<World, 'monotonic'>,
    /** For agents that do not say how often they beat. */
    private readonly usualTimeoutMs: number,
  ) {}

  beat(agentId: string, { beat_seconds: seconds, job_state: jobState, number_of_processes: processes }: Beat): void {
    const timeoutMs = seconds === undefined ? this.usualTimeoutMs : Math.min(seconds * 1000 * missedBeats, this.usualTimeoutMs);
    this.#see(agentId, { timeoutMs, jobState, processes });
  }

  /** What its newest heartbeat said. */
  last(agentId: string): Pick<Sighting, 'jobState' | 'processes'> | undefined {
    return this.#seen.get(agentId);
  }

  /** Its VM is lost: it has timed out now. One that said that it shuts down keeps its time. */
  lose(agentId: string): void {
    const seen = this.#seen.get(agentId);
    if (seen !== undefined && !seen.isLeaving) seen.lost = true;
  }

  /** It said that it shuts down: as if it were seen now for the first time, so that it is not missed while it starts anew. */
  leave(agentId: string): void {
    this.#see(agentId, { isLeaving: true });
  }

  /** Knows these agents from now on, and no others; new ones count as just seen. */
  keep(agentIds: ReadonlySet<string>): void {
    for (const id of this.#seen.keys()) if (!agentIds.has(id)) this.#seen.delete(id);
    for (const id of agentIds) if (!this.#seen.has(id)) this.#see(id, {});
  }

  isTimedOut(agentId: string): boolean {
    const seen = this.#seen.get(agentId);
    return seen !== undefined && (seen.lost || this.world.monotonic() - seen.at > seen.timeoutMs);
  }

  #see(agentId: string, facts: Partial<Sighting>): void {
    this.#seen.set(agentId, { at: this.world.monotonic(), timeoutMs: this.usualTimeoutMs, isLeaving: false, lost: false, ...facts });
  }
}
