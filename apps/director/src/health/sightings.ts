import type { Heartbeat } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';

interface Sighting {
  at: number;
  /** Missed after so long. */
  timeoutMs: number;
  /** Its connection is lost, and it does not answer. */
  lost: boolean;
  last?: Heartbeat;
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

  beat(agentId: string, last: Heartbeat): void {
    const { beat_seconds: seconds } = last;
    const timeoutMs = seconds === undefined ? this.usualTimeoutMs : Math.min(seconds * 1000 * missedBeats, this.usualTimeoutMs);
    this.#seen.set(agentId, { at: this.world.monotonic(), timeoutMs, lost: false, last });
  }

  /** Its newest heartbeat. */
  last(agentId: string): Heartbeat | undefined {
    return this.#seen.get(agentId)?.last;
  }

  lose(agentId: string): void {
    const seen = this.#seen.get(agentId);
    if (seen !== undefined) seen.lost = true;
  }

  /** It said that it shuts down: as if it were seen now for the first time, so that it is not missed while its jobs drain. */
  leave(agentId: string): void {
    this.#seen.set(agentId, { at: this.world.monotonic(), timeoutMs: this.usualTimeoutMs, lost: false });
  }

  /** Knows these agents from now on, and no others; new ones count as just seen. */
  keep(agentIds: ReadonlySet<string>): void {
    for (const id of this.#seen.keys()) if (!agentIds.has(id)) this.#seen.delete(id);
    for (const id of agentIds) if (!this.#seen.has(id)) this.leave(id);
  }

  isTimedOut(agentId: string): boolean {
    const seen = this.#seen.get(agentId);
    return seen !== undefined && (seen.lost || this.world.monotonic() - seen.at > seen.timeoutMs);
  }
}
