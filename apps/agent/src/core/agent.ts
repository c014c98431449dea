import { hostname } from 'node:os';
import { agentSubject, alertSubject, encodeMessage, heartbeatSubject, shutdownSubject } from '@bosh6/agent-protocol';
import type { Timer, World } from '@bosh6/base';
import { actionsBy } from '../actions/registry.js';
import { BlobFetcher } from '../blobs/blob-fetcher.js';
import { bootstrap } from '../bootstrap/bootstrap.js';
import { BootstrapErrorFile } from '../bootstrap/bootstrap-error-file.js';
import { Compiler } from '../compile/compiler.js';
import { Disks } from '../disks/disks.js';
import { DynamicDisks } from '../disks/dynamic-disks.js';
import { DnsRecords } from '../dns/dns-records.js';
import { KnownHealth } from '../dns/known-health.js';
import { Resolver } from '../dns/resolver.js';
import { JobInstaller } from '../install/job-installer.js';
import { PackageInstaller } from '../install/package-installer.js';
import { SpecInstaller } from '../install/spec-installer.js';
import type { Layout } from '../layout.js';
import { type Log, reason } from '../log.js';
import type { Platform } from '../platform/platform.js';
import { SettingsService } from '../settings/settings-service.js';
import type { SettingsSource } from '../settings/settings-source.js';
import type { SupervisorEvent } from '../supervisor/event.js';
import { Supervisor } from '../supervisor/supervisor.js';
import { TaskQueue } from '../tasks/task-queue.js';
import { VitalsReader } from '../vitals/vitals.js';
import { alertOf } from './alert.js';
import { BusLink, type Connect } from './bus-link.js';
import type { Collaborators } from './collaborators.js';
import { Dispatcher } from './dispatcher.js';
import { beatSeconds, heartbeat } from './heartbeat.js';
import { Idleness } from './idleness.js';
import { PersistentTasks } from './persistent-tasks.js';
import { SpecStore } from './spec-store.js';

const lookMs = 30_000;

export interface AgentOptions {
  layout: Layout;
  platform: Platform;
  sources: readonly SettingsSource[];
  world: World;
  log: Log;
  connect: Connect;
  /** Called when the agent has had nothing to do for a moment. */
  onIdle?: () => void;
}

/** A VM's agent: makes the machine as its settings say, then serves the Director over the bus. */
export class Agent {
  readonly #options: AgentOptions;
  readonly #parts: Omit<Collaborators, 'announceShutdown' | 'moveBus'>;
  readonly #errors: BootstrapErrorFile;
  readonly #stop = new AbortController();
  readonly #idleness: Idleness;
  readonly #resolver: Resolver;
  #link: BusLink | undefined;
  readonly #timers: Timer[] = [];

  constructor(options: AgentOptions) {
    const { layout, platform, sources, world, log } = options;
    const settings = new SettingsService(layout, sources, log);
    const blobs = new BlobFetcher(layout, settings, world);
    const packages = new PackageInstaller(layout, blobs);
    const disks = new Disks(layout, settings, platform);
    const supervisor = new Supervisor(layout, world, log, ({ uid, gid }) => platform.userIds(uid, gid));
    const agentId = (): string | undefined => settings.current.agent_id;
    const health = new KnownHealth(layout, () => ({ agentId: agentId(), isHealthy: supervisor.jobState === 'running' }));
    const dns = new DnsRecords(layout, platform, () => agentId() ?? hostname(), { log, isHealthy: health.isHealthy });
    this.#options = options;
    this.#resolver = new Resolver({ world, log, names: () => dns.names() });
    this.#idleness = new Idleness(world, options.onIdle ?? (() => undefined));
    this.#errors = new BootstrapErrorFile(layout, world);
    this.#parts = {
      world,
      log,
      layout,
      platform,
      settings,
      blobs,
      disks,
      dynamicDisks: new DynamicDisks(layout),
      spec: new SpecStore(layout),
      tasks: new TaskQueue(world),
      supervisor,
      installer: new SpecInstaller(new JobInstaller(layout, blobs, platform), packages),
      compiler: new Compiler(layout, blobs, packages, world),
      dns,
      health,
      vitals: new VitalsReader(layout, (path) => disks.isMounted(path)),
    };
  }

  /** Resolves when the agent listens on the bus. Throws what cannot succeed by waiting; the reason is in bootstrap-error.json too. */
  async start(): Promise<void> {
    const { log, settings, spec, supervisor, tasks, layout, health } = this.#parts;
    try {
      await bootstrap({ ...this.#parts, resolver: this.#resolver, errors: this.#errors }, this.#stop.signal);
    } catch (error) {
      if (!this.#stop.signal.aborted) await this.#errors.write(error);
      throw error;
    }
    await spec.load();
    await health.load();
    const id = settings.current.agent_id;
    supervisor.onEvent = (event) => this.#alert(id, event);
    const collaborators: Collaborators = {
      ...this.#parts,
      announceShutdown: () => this.#publish(shutdownSubject(id), null),
      moveBus: () => this.#moveBus(),
    };
    const dispatcher = new Dispatcher({
      actions: actionsBy(collaborators),
      tasks,
      persistent: new PersistentTasks(layout),
      log,
      idleness: this.#idleness,
      reply: (subject, body) => this.#link?.publish(subject, body),
    });
    await dispatcher.resume();
    const needs = { world: this.#options.world, log, errors: this.#errors, connect: this.#options.connect };
    this.#link = new BusLink(
      needs,
      agentSubject(id),
      (body) => dispatcher.take(body),
      () => void this.#sendHeartbeat(id),
    );
    await this.#link.open(settings.mbus(), this.#stop.signal);
    const { world } = this.#options;
    this.#timers.push(
      world.every(beatSeconds * 1000, () => void this.#sendHeartbeat(id)),
      world.every(lookMs, () => void this.#keepNetworks()),
    );
    log.info('the agent is on the bus', { agent: id });
  }

  /** Leaves the bus; the jobs' processes live on. */
  async close(): Promise<void> {
    this.#stop.abort();
    for (const timer of this.#timers) timer.cancel();
    this.#parts.supervisor.close();
    await Promise.all([this.#link?.close(), this.#resolver.close()]);
  }

  async #moveBus(): Promise<void> {
    await this.#link?.move(this.#parts.settings.mbus());
  }

  /** Work as any: what the heartbeats before it left is given back with it. */
  #keepNetworks(): Promise<void> {
    const { platform, settings } = this.#parts;
    return this.#idleness.during(() => platform.keepNetworks(settings.networks));
  }

  async #sendHeartbeat(id: string): Promise<void> {
    try {
      this.#publish(heartbeatSubject(id), await heartbeat(this.#parts));
    } catch (error) {
      this.#parts.log.warn('a heartbeat was not sent', { reason: reason(error) });
    }
  }

  #alert(id: string, event: SupervisorEvent): void {
    const addresses = Object.values(this.#parts.settings.networks).flatMap(({ ip }) => ip ?? []);
    const { world } = this.#options;
    this.#publish(alertSubject(id), alertOf(event, addresses, world.uuid(), world.now()));
  }

  #publish(subject: string, message: unknown): void {
    this.#link?.publish(subject, encodeMessage(message));
  }
}
