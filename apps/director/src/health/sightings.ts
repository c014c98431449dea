import { type Beat, beatSchema, decodeJson } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';

interface Sighting {
  readonly at: number;
  /** Its heartbeat, until somebody asks what that says. */
  said?: Uint8Array | undefined;
  beat: Beat;
  /** It said that it shuts down. */
  readonly isLeaving: boolean;
  /** Its VM is lost. */
  lost: boolean;
}

const missedBeats = 3;
/** After so many, one that beats is late. */
const lateBeats = 1.5;
/** The usual time has so many of the original's beats. */
const usualBeats = 2;
/** Nobody is missed earlier, however often it beats. */
const leastTimeoutMs = 3000;

/** When each agent was last heard. */
export class Sightings {
  readonly #seen = new Map<string, Sighting>();

  constructor(
    private readonly world: Pick<World, 'monotonic'>,
    /** For agents that do not say how often they beat. */
    private readonly usualTimeoutMs: number,
  ) {}

  /** Hears a heartbeat. Most are followed by the next one before anybody asks what they say, so they are read only then. */
  beat(agentId: string, message: Uint8Array): void {
    this.#see(agentId, { said: Buffer.from(message) });
  }

  /** What its newest heartbeat said. */
  last(agentId: string): Beat | undefined {
    const seen = this.#seen.get(agentId);
    return seen && read(seen);
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
    return seen !== undefined && (seen.lost || this.#isSilentFor(seen, missedBeats, 1));
  }

  /** It may be about to be missed: those that die at once fall silent within a beat. */
  isLate(agentId: string): boolean {
    const seen = this.#seen.get(agentId);
    return seen !== undefined && this.#isSilentFor(seen, lateBeats, lateBeats / usualBeats);
  }

  /** For more than so many beats; of one that does not say how often it beats, for more than that share of the usual time. */
  #isSilentFor(seen: Sighting, beats: number, share: number): boolean {
    const silentMs = this.world.monotonic() - seen.at;
    if (silentMs <= Math.min(leastTimeoutMs, this.usualTimeoutMs)) return false;
    const { beat_seconds: seconds } = read(seen);
    return silentMs > (seconds === undefined ? this.usualTimeoutMs * share : Math.min(seconds * 1000 * beats, this.usualTimeoutMs));
  }

  #see(agentId: string, facts: Partial<Sighting>): void {
    this.#seen.set(agentId, { at: this.world.monotonic(), beat: {}, isLeaving: false, lost: false, ...facts });
  }
}

function read(seen: Sighting): Beat {
  if (seen.said !== undefined) seen.beat = beatSchema.safeParse(decodeJson(seen.said)).data ?? {};
  seen.said = undefined;
  return seen.beat;
}
