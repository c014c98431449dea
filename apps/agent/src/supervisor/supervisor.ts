import { mkdir, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { JobState, ProcessState, ProcessStatus } from '@bosh6/agent-protocol';
import type { Timer, World } from '@bosh6/base';
import { fail } from '../errors.js';
import type { Layout } from '../layout.js';
import { type Log, reason } from '../log.js';
import { ticksPerSecond } from '../processes/proc.js';
import { readText } from '../state/json-file.js';
import { eventOf } from './conditions/index.js';
import { Cycles, cycleMs } from './cycles.js';
import { keepDecisions, readDecisions } from './decisions.js';
import { Dependencies } from './dependencies.js';
import { dependentsOf } from './dependents.js';
import type { SupervisorEvent } from './event.js';
import type { Managed } from './managed.js';
import { ManagedCheck } from './managed-check.js';
import { ManagedProcess, type ProcessNeeds } from './managed-process.js';
import type { MonitAction, MonitService, RestartLimit } from './monit-definition.js';
import { readMonitFiles, removeMonitFiles, writeMonitFiles } from './monit-files.js';
import { RestartCounts } from './restart-counts.js';
import { programRunner, type ResolveIds } from './run-program.js';

const watchMs = 1000;

/** Keeps the jobs' processes alive by their monit files, in place of monit. Its decisions survive a restart of the agent in monit/supervisor.json. */
export class Supervisor {
  readonly #layout: Layout;
  readonly #log: Log;
  readonly #needs: ProcessNeeds;
  readonly #dependencies = new Dependencies();
  readonly #cycles: Cycles;
  readonly #counts = new RestartCounts(cycleMs);
  #services = new Map<string, Managed>();
  /** To be up; and those of them that were given up. */
  #wanted = new Set<string>();
  #failing = new Set<string>();
  #watch: Timer | undefined;
  #stopped = false;
  #closed = false;
  #kept: Promise<void> = Promise.resolve();
  /** Told of what goes wrong, and what is done about it. */
  onEvent: (event: SupervisorEvent) => void = () => undefined;

  constructor(layout: Layout, world: World, log: Log, ids: ResolveIds) {
    this.#layout = layout;
    this.#log = log;
    this.#needs = {
      world,
      log,
      run: programRunner(log, ids),
      died: (name) => this.#died(name),
      revive: (name) => this.#again(name, (each) => this.#dependencies.revive(each)),
    };
    this.#cycles = new Cycles({
      world,
      log,
      isBusy: (name) => this.#dependencies.isBusy(name),
      countRestarts: ({ definition }) => {
        for (const limit of this.#counts.told(definition, world.now())) this.#reach(definition, limit);
      },
      act: ({ definition }, { condition }, action, said, isRecovery) => {
        if (!isRecovery) this.#tell(definition.name, eventOf(condition), action.kind, said);
        this.#do(definition, action);
      },
    });
  }

  /** After a start of the agent: takes up the files that are there, and watches what was watched. */
  async resume(): Promise<void> {
    await mkdir(this.#layout.monit('job'), { recursive: true });
    this.#stopped = (await readText(this.#layout.monit('stopped'))) !== undefined;
    const kept = await readDecisions(this.#layout);
    this.#counts.load(kept.restarts);
    await this.reload().catch((error) => this.#log.warn('the monit files cannot be read', { reason: reason(error) }));
    this.#failing = new Set(kept.failing);
    this.#wanted = new Set(this.#stopped ? [] : kept.monitored);
    const down = [...this.#wanted].filter((name) => this.#services.get(name)?.resume() === false);
    void this.#dependencies.startAll(down);
    this.#keepWatch();
  }

  /** Ends the watching, not the processes. Nothing is started or kept afterwards: another may have taken over. */
  close(): void {
    this.#closed = true;
    this.#dependencies.halt();
    for (const service of this.#services.values()) service.release();
    this.#watch?.cancel();
    this.#watch = undefined;
    this.#cycles.close();
  }

  /** Forgets every job's files; what runs is left alone, unwatched. */
  async removeFiles(): Promise<void> {
    await removeMonitFiles(this.#layout);
    this.#leave();
    this.#take(new Map());
    await this.#keep();
  }

  writeFiles(jobs: readonly string[]): Promise<void> {
    return writeMonitFiles(this.#layout, jobs);
  }

  /** Reads the files again. A service whose definition is as before goes on. Throws MonitFileInvalid. */
  async reload(): Promise<void> {
    const next = new Map<string, Managed>();
    for (const definition of await readMonitFiles(this.#layout, this.#log)) {
      const before = this.#services.get(definition.name);
      const same = before !== undefined && JSON.stringify(before.definition) === JSON.stringify(definition);
      if (!same) this.#cycles.forget(definition.name);
      next.set(definition.name, same ? before : this.#make(definition));
    }
    for (const [name, service] of this.#services) if (next.get(name) !== service) service.unmonitor();
    this.#take(next);
  }

  /** Begins to start everything and returns; `jobState` tells how it goes. A service waits for those that it depends on. */
  async start(): Promise<void> {
    await rm(this.#layout.monit('stopped'), { force: true });
    this.#stopped = false;
    this.#failing.clear();
    this.#wanted = new Set(this.#own.map(({ definition }) => definition.name));
    for (const name of this.#wanted) {
      this.#counts.forget(name);
      this.#cycles.forget(name);
    }
    this.#dependencies.halt();
    void this.#dependencies.startAll(this.#wanted);
    await this.#keep();
    this.#keepWatch();
  }

  async unmonitor(): Promise<void> {
    this.#leave();
    await this.#keep();
  }

  /** Stops everything, dependents first, and waits. Throws StopFailed with the names of those that live on. */
  async stop(): Promise<void> {
    this.#leave();
    const failed = await this.#dependencies.stopAll(this.#own.map(({ definition }) => definition.name));
    await this.#keep();
    if (failed.length > 0) throw fail('StopFailed', `Stopping services '${failed.join(', ')}' errored`, { details: { processes: failed } });
    await writeFile(this.#layout.monit('stopped'), '', { mode: 0o600 });
    this.#stopped = true;
  }

  get jobState(): JobState {
    if (this.#stopped) return 'stopped';
    const states = this.#own.map((service) => this.#stateOf(service));
    if (states.includes('starting')) return 'starting';
    return states.every((state) => state === 'running') ? 'running' : 'failing';
  }

  get statuses(): ProcessStatus[] {
    return this.#own.map((service) => {
      const status: ProcessStatus = { name: service.definition.name, state: this.#stateOf(service) };
      const { sight, upSeconds: seconds } = service;
      if (status.state !== 'running' || sight === undefined) return status;
      return {
        ...status,
        uptime: { secs: seconds },
        mem: { kb: sight.residentKib, percent: Math.round((sight.residentKib * 1024 * 1000) / totalmem()) / 10 },
        cpu: { total: seconds > 0 ? Math.round((sight.cpuTicks / ticksPerSecond / seconds) * 1000) / 10 : 0 },
      };
    });
  }

  get processCount(): number {
    return this.#own.length;
  }

  /** Those that start and stop with the jobs; others are looked at, and no more. */
  get #own(): Managed[] {
    return [...this.#services.values()].filter(({ definition }) => definition.groups.includes('vcap'));
  }

  #stateOf(service: Managed): ProcessState {
    const { name } = service.definition;
    if (this.#failing.has(name)) return 'failing';
    const { state } = service;
    if (state === 'unknown' && this.#dependencies.isRestarting(name)) return 'starting';
    return state === 'running' && this.#cycles.isFailing(name) ? 'failing' : state;
  }

  #make(definition: MonitService): Managed {
    if (definition.kind === 'process') return new ManagedProcess(definition, this.#needs);
    const check = new ManagedCheck(definition, this.#needs.world, this.#needs.run);
    if (!definition.groups.includes('vcap')) check.resume();
    return check;
  }

  #take(services: Map<string, Managed>): void {
    this.#services = services;
    this.#dependencies.take(services);
    this.#cycles.take(services.values());
  }

  /** Nothing of the jobs is watched any more. */
  #leave(): void {
    this.#dependencies.halt();
    this.#wanted.clear();
    this.#failing.clear();
    for (const service of this.#own) service.unmonitor();
  }

  #died(name: string): void {
    const passive = this.#services.get(name)?.definition.passive === true;
    this.#cycles.forget(name);
    this.#tell(name, 'Does not exist', passive ? 'alert' : 'restart', 'process is not running');
  }

  /** Starts a service once more, unless it was too often; then does what the limit says. */
  #again(name: string, restart: (name: string) => Promise<void>): void {
    const definition = this.#services.get(name)?.definition;
    if (this.#closed || definition === undefined || this.#dependencies.isBusy(name)) return;
    const { world } = this.#needs;
    const forbidding = this.#counts.ask(definition, world.now());
    if (definition.restartLimits.length > 0) this.#keepOn();
    if (forbidding !== undefined) {
      this.#reach(definition, forbidding);
      return;
    }
    this.#cycles.forget(name);
    const began = world.monotonic();
    void restart(name).then(() => {
      this.#counts.spend(name, world.monotonic() - began);
      if (definition.restartLimits.length > 0) this.#keepOn();
    });
  }

  #reach(definition: MonitService, { restarts, cycles, action }: RestartLimit): void {
    this.#tell(definition.name, 'Timeout', action.kind, `started again in ${restarts} of the last ${cycles} cycles`);
    this.#do(definition, action);
  }

  #do(definition: MonitService, action: MonitAction): void {
    const { name } = definition;
    switch (action.kind) {
      case 'restart':
        this.#again(name, (each) => this.#dependencies.restart(each));
        break;
      case 'start':
        this.#again(name, (each) => this.#dependencies.revive(each));
        break;
      case 'exec':
        this.#needs.run(name, action.program);
        break;
      case 'stop':
        this.#giveUp(name);
        // its dependents go down first, and nothing is done about it meanwhile
        this.#dependencies.unmonitor(name);
        void this.#dependencies.stop(name);
        break;
      case 'unmonitor':
        this.#giveUp(name);
        this.#dependencies.unmonitor(name);
        break;
      default:
    }
  }

  /** It, and what cannot do without it, is failing until the next start. */
  #giveUp(name: string): void {
    const nodes = [...this.#services.values()].map(({ definition }) => definition);
    for (const each of [name, ...dependentsOf(name, nodes)]) {
      this.#wanted.delete(each);
      this.#failing.add(each);
    }
    this.#keepOn();
  }

  #tell(service: string, event: string, action: string, description: string): void {
    this.#log.warn('supervision', { process: service, event, action, description });
    this.onEvent({ service, event, action, description });
  }

  #keepWatch(): void {
    this.#watch ??= this.#needs.world.every(watchMs, () => {
      for (const service of this.#services.values()) service.check();
      void this.#dependencies.goOn();
    });
  }

  /** One write after the other; the last one says what holds. */
  #keep(): Promise<void> {
    const written = this.#kept.then(() =>
      keepDecisions(this.#layout, { monitored: [...this.#wanted], failing: [...this.#failing], restarts: this.#counts.toJson() }),
    );
    this.#kept = written.catch(() => undefined);
    return written;
  }

  /** Nobody waits for it. */
  #keepOn(): void {
    if (this.#closed) return;
    this.#keep().catch((error) => this.#log.warn('decisions are not kept', { reason: reason(error) }));
  }
}
