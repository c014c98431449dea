import { decodeJson } from '@bosh6/agent-protocol';
import { type Bus, type BusPresence, hasPresence } from '@bosh6/bus';
import { Agents } from '../agents/agents.js';
import type { Collaborators } from '../core/collaborators.js';
import { CpiSession } from '../cpi/cpi-session.js';
import { vmPower } from '../cpi/vm-power.js';
import { Absences } from './absences.js';
import type { HealthAlert } from './alert.js';
import { ErrandGroups } from './errand-groups.js';
import { type HealthCounts, healthCounts } from './health-counts.js';
import { HealthNews } from './health-news.js';
import { HeardAlerts } from './heard-alerts.js';
import { reportMissed } from './report-missed.js';
import { Sightings } from './sightings.js';
import { type Watched, watchedInstances } from './watched-instances.js';
import { workedOn } from './worked-on.js';

const tickMs = 1000;
/** A process that stood still for so long has not heard those that beat meanwhile. */
const stallMs = 5000;
/** An agent whose connection is lost has so long to say that it lives. */
const pingMs = 2000;

type Needs = Pick<Collaborators, 'config' | 'log' | 'world' | 'store' | 'tasks' | 'bus' | 'busAuthority' | 'cpis' | 'directorUuid'>;

/** Hears agents' heartbeats and alerts, misses who is silent, and has the missed made anew (bosh-agent 8). */
export class HealthMonitor {
  readonly #needs: Needs;
  readonly #tell: (alert: HealthAlert) => void;
  readonly #sightings: Sightings;
  readonly #heard: HeardAlerts;
  readonly #agents: Agents;
  readonly #news: HealthNews;
  readonly #stops: (() => void)[] = [];
  readonly #end = new AbortController();
  readonly #absences = new Absences();
  readonly #errands = new ErrandGroups();
  /** Agents that are looked for: one that comes and goes all the time has its CPI called no more often than others. */
  readonly #doubted = new Set<string>();
  #watched: Watched[] = [];
  #byAgent = new Map<string, Watched>();
  #graceUntil = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #polledAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;
  #telling: Promise<void> | undefined;
  /** What it has heard of and is at. */
  readonly #underWay = new Set<Promise<void>>();

  /** `hm` hears what agents say to a health monitor. */
  constructor(needs: Needs, hm: Pick<Bus, 'subscribe'>, tell: (alert: HealthAlert) => void) {
    const { world, config, bus, busAuthority } = needs;
    this.#needs = needs;
    this.#tell = tell;
    this.#sightings = new Sightings(world, config.healthMonitor.agentTimeoutSeconds * 1000);
    this.#heard = new HeardAlerts(world);
    this.#agents = new Agents(bus, world);
    this.#news = new HealthNews(needs, this.#agents, { signal: this.#end.signal });
    const listen = (kind: string, hear: (agentId: string, body: Uint8Array) => void): void => {
      const subject = `hm.agent.${kind}.`;
      const subscription = hm.subscribe(`${subject}*`, (message) => hear(message.subject.slice(subject.length), message.body));
      this.#stops.push(() => subscription.unsubscribe());
    };
    // Whatever an agent says of itself: it lives.
    listen('heartbeat', (agentId, body) => {
      this.#sightings.beat(agentId, body);
      this.#news.hear(agentId, body);
    });
    listen('shutdown', (agentId) => this.#sightings.leave(agentId));
    listen('alert', (agentId, body) => this.#goOn(this.#hearAlert(agentId, decodeJson(body))));
    if (hasPresence(busAuthority)) {
      const doubt = (agentId: string): void => this.#goOn(this.#doubt(agentId, busAuthority));
      this.#stops.push(busAuthority.onPresence(({ agentId, present }) => (present ? undefined : doubt(agentId))));
    }
    const timer = world.every(tickMs, () => void this.look());
    this.#stops.push(() => timer.cancel());
  }

  /** By deployment, of the VMs of now: who was made anew counts no more. */
  async counts(): Promise<Map<string, HealthCounts>> {
    if (this.#isStale()) await this.#poll();
    return healthCounts(this.#watched, this.#sightings);
  }

  /** Resolves once nothing of it works any more. */
  async close(): Promise<void> {
    this.#end.abort();
    for (const stop of this.#stops) stop();
    this.#agents.close();
    await Promise.all([this.#looking, this.#telling, ...this.#underWay]);
  }

  /** Looks who is missed; called every second. One look at a time. */
  async look(): Promise<void> {
    if (this.#end.signal.aborted) return;
    const now = this.#needs.world.monotonic();
    if (now - this.#lookedAt > stallMs) this.#graceUntil = now + this.#needs.config.healthMonitor.graceSeconds * 1000;
    this.#lookedAt = now;
    this.#telling ??= this.#news
      .tell((agentId) => now >= this.#graceUntil && this.#sightings.isTimedOut(agentId))
      .catch(this.#failed)
      .finally(() => {
        this.#telling = undefined;
      });
    this.#looking ??= this.#look(now)
      .catch(this.#failed)
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  readonly #failed = (err: unknown): void => this.#needs.log.warn({ err }, 'the health monitor could not look');

  /** Nobody waits for it but who ends the monitor. */
  #goOn(work: Promise<void>): void {
    const held = work.catch(this.#failed).finally(() => this.#underWay.delete(held));
    this.#underWay.add(held);
  }

  async #look(now: number): Promise<void> {
    const { world, config, store } = this.#needs;
    if (now - this.#polledAt >= config.healthMonitor.pollSeconds * 1000) await this.#poll();
    if (now < this.#graceUntil) return;
    const due = this.#watched.filter((one) => this.#isMissed(one) && this.#absences.isDue(one, now));
    if (due.length === 0) return;
    const wasWorkedOn = await workedOn(store.read, world.now());
    if (due.every(wasWorkedOn)) return;
    await this.#poll();
    const isWorkedOn = await workedOn(store.read, world.now());
    const missed = this.#watched.filter((one) => this.#isMissed(one) && !wasWorkedOn(one) && !isWorkedOn(one));
    const all = Map.groupBy(this.#watched, (one) => one.deployment);
    const by = { needs: this.#needs, tell: this.#tell, absences: this.#absences };
    for (const [deployment, own] of Map.groupBy(missed, (one) => one.deployment))
      await reportMissed(by, deployment, { missed: own, all: all.get(deployment) ?? own, isDoubtful: (one) => this.#isDoubtful(one) });
  }

  #isStale(): boolean {
    return this.#needs.world.monotonic() - this.#polledAt >= tickMs;
  }

  async #poll(): Promise<void> {
    this.#polledAt = this.#needs.world.monotonic();
    this.#watched = await watchedInstances(this.#needs.store.read, this.#errands);
    this.#byAgent = new Map(this.#watched.flatMap((one) => (one.vm === undefined ? [] : [[one.vm.agentId, one]])));
    this.#sightings.keep(new Set(this.#byAgent.keys()));
    this.#absences.keep(this.#watched);
    this.#news.lookAgain();
  }

  #isMissed({ vm, isHalfDone }: Watched): boolean {
    return vm === undefined || isHalfDone === true || this.#sightings.isTimedOut(vm.agentId);
  }

  /** It is looked for, or late. */
  #isDoubtful({ vm }: Watched): boolean {
    return vm !== undefined && (this.#doubted.has(vm.agentId) || this.#sightings.isLate(vm.agentId));
  }

  /** An agent's instance, whose VM may be younger than the last poll. */
  async #instanceOf(agentId: string): Promise<Watched | undefined> {
    if (!this.#byAgent.has(agentId) && this.#isStale()) await this.#poll();
    return this.#byAgent.get(agentId);
  }

  async #hearAlert(agentId: string, message: unknown): Promise<void> {
    const alert = this.#heard.hear(agentId, message, await this.#instanceOf(agentId));
    if (alert !== undefined && !this.#end.signal.aborted) this.#tell(alert);
  }

  /** A connection that is lost is a hint: who does not answer, and whose VM is gone or off, has timed out at once. */
  async #doubt(agentId: string, presence: BusPresence): Promise<void> {
    if (this.#doubted.has(agentId)) return;
    this.#doubted.add(agentId);
    try {
      if (!(await this.#isLost(agentId, presence))) return;
      this.#sightings.lose(agentId);
    } finally {
      this.#doubted.delete(agentId);
    }
    await this.look();
  }

  async #isLost(agentId: string, presence: BusPresence): Promise<boolean> {
    const vm = (await this.#instanceOf(agentId))?.vm;
    if (vm === undefined || vm.cid === null) return false;
    const answers = this.#agents.agent(agentId, { signal: this.#end.signal }).waitUntilReady(pingMs);
    if (await answers.catch(() => true)) return false;
    const power = await vmPower(new CpiSession(vm.cpi, this.#needs, { debug: () => undefined, cpiLog: () => undefined }), vm.cid);
    return !presence.isPresent(agentId) && ['gone', 'off'].includes(power);
  }
}
