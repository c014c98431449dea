import { alertSchema, heartbeatSchema } from '@bosh6/agent-protocol';
import type { Bus, BusMessage } from '@bosh6/bus';
import { Agents } from '../agents/agents.js';
import type { Collaborators } from '../core/collaborators.js';
import type { HealthAlert } from './alert.js';
import { lockedDeployments, type Watched, watchedInstances } from './deployments-now.js';
import { hasPresence } from './has-presence.js';
import { type HealthCounts, healthCounts } from './health-counts.js';
import { type Outcome, resurrect } from './resurrect.js';
import { Sightings } from './sightings.js';

const tickMs = 1000;
/** While something stays wrong it is told, and mended, again so often. */
const repeatMs = 60_000;
/** An agent whose connection is lost has so long to say that it lives. */
const pingMs = 2000;
const duplicateMs = 30_000;

type Needs = Pick<Collaborators, 'config' | 'log' | 'world' | 'store' | 'tasks' | 'bus' | 'busAuthority'>;

/** Hears agents' heartbeats and alerts, misses who is silent, and has the missed made anew (bosh-agent 8). */
export class HealthMonitor {
  readonly #needs: Needs;
  readonly #tell: (alert: HealthAlert) => void;
  readonly #sightings: Sightings;
  readonly #agents: Agents;
  readonly #stops: (() => void)[] = [];
  readonly #startedAt: number;
  readonly #alertIds = new Map<string, number>();
  /** When an instance was missed, by agent or, without one, by instance. */
  readonly #missedAt = new Map<string, number>();
  readonly #toldAt = new Map<string, number>();
  #watched: Watched[] = [];
  #polledAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;
  #closed = false;

  /** `hm` is a connection that may hear what agents say to a health monitor. */
  constructor(needs: Needs, hm: Bus, tell: (alert: HealthAlert) => void) {
    const { world, config, bus, busAuthority } = needs;
    this.#needs = needs;
    this.#tell = tell;
    this.#startedAt = world.monotonic();
    this.#sightings = new Sightings(world, config.healthMonitor.agentTimeoutSeconds * 1000);
    this.#agents = new Agents(bus, world);
    const listen = (subject: string, hear: (agentId: string, message: BusMessage) => void): void => {
      const subscription = hm.subscribe(subject, (message) => hear(message.subject.slice(subject.length - 1), message));
      this.#stops.push(() => subscription.unsubscribe());
    };
    listen('hm.agent.heartbeat.*', (agentId, { body }) => {
      const beat = heartbeatSchema.safeParse(jsonOf(body));
      if (beat.success) this.#sightings.beat(agentId, beat.data);
    });
    listen('hm.agent.alert.*', (agentId, { body }) => this.#hearAlert(agentId, body));
    listen('hm.agent.shutdown.*', (agentId) => this.#sightings.leave(agentId));
    if (hasPresence(busAuthority))
      this.#stops.push(
        busAuthority.onPresence(({ agentId, present }) => {
          if (!present) this.#doubt(agentId).catch((err: unknown) => needs.log.warn({ err }, 'the health monitor could not look'));
        }),
      );
    const timer = world.every(tickMs, () => void this.look());
    this.#stops.push(() => timer.cancel());
  }

  /** By deployment. */
  counts(): Map<string, HealthCounts> {
    return healthCounts(this.#watched, this.#sightings);
  }

  /** Resolves once nothing of it works any more. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#agents.close();
    await this.#looking;
  }

  /** Looks who is missed; called every second. One look at a time. */
  async look(): Promise<void> {
    if (this.#closed) return;
    this.#looking ??= this.#look()
      .catch((err: unknown) => this.#needs.log.warn({ err }, 'the health monitor could not look'))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { world, config, store } = this.#needs;
    const { graceSeconds, pollSeconds } = config.healthMonitor;
    const now = world.monotonic();
    if (now - this.#polledAt >= pollSeconds * 1000) await this.#poll();
    if (now - this.#startedAt < graceSeconds * 1000) return;
    if (!this.#watched.some((one) => this.#isMissed(one))) return;
    await this.#poll();
    const locked = await lockedDeployments(store.read, world.now());
    const missed = this.#watched.filter((one) => this.#isMissed(one) && !locked.has(one.deployment));
    for (const [deployment, own] of Map.groupBy(missed, (one) => one.deployment)) await this.#report(deployment, own);
  }

  async #poll(): Promise<void> {
    this.#polledAt = this.#needs.world.monotonic();
    this.#watched = await watchedInstances(this.#needs.store.read);
    this.#sightings.keep(new Set(this.#watched.flatMap(({ agentId }) => agentId ?? [])));
    const keys = new Set(this.#watched.map(keyOf));
    for (const map of [this.#missedAt, this.#toldAt]) for (const key of map.keys()) if (!keys.has(key)) map.delete(key);
  }

  #isMissed({ agentId }: Watched): boolean {
    return agentId === undefined || this.#sightings.isTimedOut(agentId);
  }

  /** A connection that is lost is a hint: whoever does not answer has timed out at once. */
  async #doubt(agentId: string): Promise<void> {
    const isKnown = (): boolean => this.#watched.some((one) => one.agentId === agentId);
    // Its VM may be younger than the last poll.
    if (!isKnown() && this.#needs.world.monotonic() - this.#polledAt >= tickMs) await this.#poll();
    if (this.#closed || !isKnown()) return;
    const alive = await this.#agents
      .agent(agentId)
      .waitUntilReady(pingMs)
      .catch(() => true);
    if (alive) return;
    this.#sightings.lose(agentId);
    await this.look();
  }

  async #report(deployment: string, missed: readonly Watched[]): Promise<void> {
    const { world, config } = this.#needs;
    const now = world.monotonic();
    const due = missed.filter((one) => now - (this.#toldAt.get(keyOf(one)) ?? Number.NEGATIVE_INFINITY) >= repeatMs);
    if (due.length === 0) return;
    for (const one of due) {
      this.#toldAt.set(keyOf(one), now);
      const { agentId, group, uuid } = one;
      const what = agentId === undefined ? `${uuid} has no VM` : `${agentId} has timed out`;
      this.#raise(2, what, `instance ${group}/${uuid} of deployment ${deployment}`, { deployment, instance: `${group}/${uuid}` });
    }
    for (const one of missed) this.#missedAt.set(keyOf(one), now);
    const all = this.#watched.filter((one) => one.deployment === deployment);
    const since = now - config.healthMonitor.resurrector.timeThresholdSeconds * 1000;
    const down = all.filter((one) => (this.#missedAt.get(keyOf(one)) ?? Number.NEGATIVE_INFINITY) > since).length;
    this.#tellOutcome(deployment, missed, await resurrect(this.#needs, deployment, missed, { down, all: all.length }));
  }

  #tellOutcome(deployment: string, missed: readonly Watched[], outcome: Outcome): void {
    const names = missed.map(({ group, uuid }) => `${group}/${uuid}`).join(', ');
    const of = { deployment };
    if (outcome === 'begun') this.#raise(4, 'Scan unresponsive VMs', `deployment ${deployment}: ${names}`, of);
    else if (outcome === 'meltdown') this.#raise(1, 'We are in meltdown', `too much of deployment ${deployment} is down: ${names}`, of);
    else if (outcome !== 'busy') this.#raise(1, 'Resurrection is off', `deployment ${deployment}: ${names} stay down`, of);
  }

  #hearAlert(agentId: string, body: Uint8Array): void {
    const { world } = this.#needs;
    const heard = alertSchema.safeParse(jsonOf(body));
    if (!heard.success || heard.data.severity < 0) return;
    const { id, severity, title, summary, created_at: createdAt } = heard.data;
    const now = world.monotonic();
    for (const [known, at] of this.#alertIds) if (now - at >= duplicateMs) this.#alertIds.delete(known);
    if (this.#alertIds.has(id)) return;
    this.#alertIds.set(id, now);
    const one = this.#watched.find((each) => each.agentId === agentId);
    const of = one === undefined ? {} : { deployment: one.deployment, instance: `${one.group}/${one.uuid}` };
    this.#tell({ id, severity, title, summary, source: `agent ${agentId}`, createdAt, ...of });
  }

  #raise(severity: number, title: string, summary: string, of: { deployment: string; instance?: string }): void {
    const { world } = this.#needs;
    this.#tell({ id: world.uuid(), severity, title, summary, source: 'health monitor', createdAt: Math.floor(world.now() / 1000), ...of });
  }
}

function keyOf({ agentId, deployment, uuid }: Watched): string {
  return agentId ?? `${deployment}/${uuid}`;
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined;
  }
}
