import { beatSchema, decodeJson } from '@bosh6/agent-protocol';
import type { Agents, CallScope } from '../agents/agents.js';
import type { Collaborators } from '../core/collaborators.js';
import { takeTurns } from '../core/take-turns.js';

/** As the agents of this project and Go's write it. Nearly every heartbeat says so, and nobody needs to read those. */
const running = Buffer.from('"job_state":"running"');
/** Who has just started has not heard everybody yet, and would call the unhealthy healthy. */
const listenMs = 15_000;
const answerMs = 2000;
/** Who did not answer is told again after so long. */
const retryMs = 30_000;
/** Strangers that are no instance's beat, too. */
const readMs = 5000;
/** A round of a thousand agents is made every five seconds at most. */
const perAgentMs = 5;

type Needs = Pick<Collaborators, 'world' | 'store' | 'log'>;

/** Tells all agents whose jobs do not run, since the names that they answer depend on it (ADR 20). Agents that do not know the method are told once. */
export class HealthNews {
  readonly #needs: Needs;
  readonly #agents: Agents;
  readonly #scope: CallScope;
  readonly #since: number;
  /** Said that their jobs do not run. */
  readonly #failing = new Set<string>();
  /** What each agent knows. */
  readonly #told = new Map<string, string>();
  readonly #retryAt = new Map<string, number>();
  readonly #deaf = new Set<string>();
  #known = new Set<string>();
  #hasStranger = true;
  #readAt = Number.NEGATIVE_INFINITY;
  #nextAt = Number.NEGATIVE_INFINITY;

  constructor(needs: Needs, agents: Agents, scope: CallScope) {
    this.#needs = needs;
    this.#agents = agents;
    this.#scope = scope;
    this.#since = needs.world.monotonic();
  }

  /** Hears a heartbeat. */
  hear(agentId: string, body: Uint8Array): void {
    if (!this.#known.has(agentId)) this.#hasStranger = true;
    const state = Buffer.from(body.buffer, body.byteOffset, body.length).includes(running) ? 'running' : readState(body);
    if (state === 'running') this.#failing.delete(agentId);
    else if (state !== undefined) this.#failing.add(agentId);
  }

  /** Has the VMs of now read again. */
  lookAgain(): void {
    this.#hasStranger = true;
  }

  /** Tells whoever does not know it yet, and waits for the answers. `isMissed` says whose agent is silent. */
  async tell(isMissed: (agentId: string) => boolean): Promise<void> {
    const { world } = this.#needs;
    const now = world.monotonic();
    if (now - this.#since < listenMs || now < this.#nextAt) return;
    if (this.#hasStranger && now - this.#readAt >= readMs) await this.#read(now);
    const unhealthy = [...this.#known].filter((id) => this.#failing.has(id) || isMissed(id)).sort();
    const news = JSON.stringify(unhealthy);
    const isDue = (id: string): boolean => this.#told.get(id) !== news && !this.#deaf.has(id) && (this.#retryAt.get(id) ?? now) <= now;
    const due = [...this.#known].filter(isDue);
    if (due.length === 0) return;
    this.#nextAt = now + due.length * perAgentMs;
    const telling: Promise<void>[] = [];
    for (const id of due) {
      await takeTurns();
      telling.push(this.#tellOne(id, unhealthy, news));
    }
    await Promise.all(telling);
  }

  async #tellOne(id: string, unhealthy: string[], news: string): Promise<void> {
    try {
      const answer = await this.#agents
        .agent(id, this.#scope)
        .callIfKnown('sync_health', [{ unhealthy }], { timeoutMs: answerMs, retries: 0 });
      if (answer === undefined) this.#deaf.add(id);
      else this.#told.set(id, news);
    } catch (err) {
      this.#needs.log.debug({ err, agentId: id }, 'an agent was not told who is unhealthy');
      this.#retryAt.set(id, this.#needs.world.monotonic() + retryMs);
    }
  }

  async #read(now: number): Promise<void> {
    this.#hasStranger = false;
    this.#readAt = now;
    const vms = await this.#needs.store.read.vms.agents();
    this.#known = new Set(vms.flatMap(({ agentId, cid }) => (cid === null ? [] : [agentId])));
    for (const held of [this.#failing, this.#told, this.#retryAt, this.#deaf])
      for (const id of held.keys()) if (!this.#known.has(id)) held.delete(id);
  }
}

function readState(body: Uint8Array): string | undefined {
  return beatSchema.safeParse(decodeJson(body)).data?.job_state;
}
