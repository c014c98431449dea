import type { ProcessState } from '@bosh6/agent-protocol';
import type { Timer, World } from '@bosh6/base';
import type { Log } from '../log.js';
import { findProcess } from '../processes/find-process.js';
import { look, type ProcessSight, readPidFile } from '../processes/proc.js';
import type { Managed } from './managed.js';
import type { MonitProgram, MonitService } from './monit-definition.js';
import { patternOf } from './monit-pattern.js';
import type { RunProgram } from './run-program.js';

export interface ProcessNeeds {
  world: World;
  log: Log;
  run: RunProgram;
  /** Told of a process that died by itself. */
  died(name: string): void;
  /** Asked to start a process that is down, when its time has come. */
  revive(name: string): void;
}

/** A process that dies sooner than this after it came up is not trusted at once the next time. */
const soonMs = 10_000;

/** With a pattern it takes a look at every process, so one that is down is looked for more seldom. */
const missedLooks = 10;

/** One process of a monit file: starts it, sees it live and die, starts it again, stops it. */
export class ManagedProcess implements Managed {
  readonly definition: MonitService;
  readonly #needs: ProcessNeeds;
  readonly #world: World;
  /** A test of its own sees that it is gone, and says what is done. */
  readonly #hasOwnTest: boolean;
  #monitored = false;
  #sight: ProcessSight | undefined;
  #upSince = 0;
  /** Deaths soon after a start, one after the other. */
  #earlyDeaths = 0;
  #starting: Promise<boolean> | undefined;
  #stopping: Promise<boolean> | undefined;
  #failed = false;
  #retry: Timer | undefined;
  /** Start programs that have not ended. */
  #launched = 0;
  /** Looks in vain for one that is down. */
  #missed = 0;
  /** A start may wait for a stop: each has its own. */
  readonly #wakes = new Set<() => void>();

  constructor(definition: MonitService, needs: ProcessNeeds) {
    this.definition = definition;
    this.#needs = needs;
    this.#world = needs.world;
    this.#hasOwnTest = definition.rules.some(({ condition }) => condition.kind === 'existence' && condition.when === 'missing');
  }

  get monitored(): boolean {
    return this.#monitored;
  }

  get isChanging(): boolean {
    return this.#starting !== undefined || this.#stopping !== undefined;
  }

  get isUp(): boolean {
    return this.sight !== undefined;
  }

  get sight(): ProcessSight | undefined {
    const now = this.#sight === undefined ? undefined : look(this.#sight.pid);
    return now?.startTicks === this.#sight?.startTicks ? now : undefined;
  }

  get upSeconds(): number {
    return Math.floor((this.#world.monotonic() - this.#upSince) / 1000);
  }

  get state(): ProcessState {
    if (!this.#monitored) return 'unknown';
    if (this.isUp) return this.#stable() ? 'running' : 'starting';
    if (this.isChanging && !this.#failed && this.#earlyDeaths === 0) return 'starting';
    return 'failing';
  }

  resume(): boolean {
    this.#monitored = true;
    return this.#find();
  }

  start(): Promise<boolean> {
    this.#monitored = true;
    this.#retry?.cancel();
    // what goes down is not up, though it may still live
    if (this.#stopping !== undefined) return this.#stopping.then(() => this.#monitored && this.start());
    return this.#begin(this.definition.start);
  }

  async restart(): Promise<boolean> {
    this.#monitored = true;
    this.#retry?.cancel();
    while (this.#monitored && this.isChanging) await (this.#stopping ?? this.#starting);
    // stopped meanwhile
    if (!this.#monitored) return false;
    this.#sight = undefined;
    return this.#begin(this.definition.restart, true);
  }

  unmonitor(): void {
    this.#monitored = false;
    this.#retry?.cancel();
    this.#wake();
  }

  release(): void {
    this.#retry?.cancel();
  }

  check(): void {
    if (!this.#monitored || this.isChanging) return;
    if (this.isUp) {
      if (this.#world.monotonic() - this.#upSince > soonMs) this.#earlyDeaths = 0;
      return;
    }
    if (this.#sight === undefined) {
      this.#lookForLost();
      return;
    }
    if (this.#find()) return;
    const lived = this.#world.monotonic() - this.#upSince;
    this.#earlyDeaths = lived < soonMs ? this.#earlyDeaths + 1 : 0;
    this.#sight = undefined;
    this.#needs.log.warn('a process died', { process: this.definition.name });
    if (!this.#hasOwnTest) this.#needs.died(this.definition.name);
    this.#reviveLater(lived);
  }

  /** Runs the stop program (SIGTERM where there is none) and waits until the process is gone. */
  stop(): Promise<boolean> {
    // at once, also where a start waits for the stop that goes on
    this.unmonitor();
    this.#stopping ??= this.#bringDown().finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  /** One that is down may have come by itself, or by hand. */
  #lookForLost(): void {
    this.#missed += 1;
    if (this.definition.matching !== undefined && this.#missed % missedLooks !== 0) return;
    if (this.#find()) this.#retry?.cancel();
  }

  async #bringDown(): Promise<boolean> {
    await this.#starting;
    await this.#findWhatComes();
    const sight = this.#sight;
    const stop = this.definition.stop;
    const deadline = this.#world.monotonic() + (stop?.timeoutSeconds ?? 30) * 1000;
    this.#sight = undefined;
    this.#earlyDeaths = 0;
    if (sight === undefined) return true;
    const gone = (): boolean => look(sight.pid)?.startTicks !== sight.startTicks;
    let finished = stop === undefined;
    if (stop === undefined) this.#signal(sight.pid, 'SIGTERM');
    else {
      this.#run(stop, () => {
        finished = true;
      });
    }
    for (let wait = 10; this.#world.monotonic() < deadline; wait = Math.min(wait * 1.5, 200)) {
      if (finished && gone()) return true;
      await this.#pause(wait);
    }
    if (stop === undefined) this.#signal(sight.pid, 'SIGKILL');
    return gone() || stop === undefined;
  }

  /** A start program that still runs may bring the process up after all. */
  async #findWhatComes(): Promise<void> {
    const deadline = this.#world.monotonic() + (this.definition.start?.timeoutSeconds ?? 30) * 1000;
    for (let wait = 10; !this.#find(); wait = Math.min(wait * 1.3, 250)) {
      if (this.#launched === 0 || this.#world.monotonic() > deadline) return;
      await this.#pause(wait);
    }
  }

  #begin(program: MonitProgram | undefined, always = false): Promise<boolean> {
    this.#starting ??= this.#bringUp(program, always).finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  /** `always`: the program runs though the process lives, and is to end before that counts. */
  async #bringUp(program: MonitProgram | undefined, always: boolean): Promise<boolean> {
    this.#failed = false;
    if (!always && this.#find()) return true;
    if (program === undefined) {
      this.#failed = true;
      return false;
    }
    const began = this.#world.monotonic();
    let exited: { code: number; at: number } | undefined;
    this.#launched += 1;
    this.#run(program, (code) => {
      this.#launched -= 1;
      exited = { code, at: this.#world.monotonic() };
    });
    for (let wait = 10; this.#monitored; wait = Math.min(wait * 1.3, 250)) {
      if ((!always || exited !== undefined) && this.#find()) return true;
      const now = this.#world.monotonic();
      // A start program that failed may still have left a daemon that writes its pid a moment later.
      if (exited !== undefined && exited.code !== 0 && now - exited.at > 1000) break;
      if (now - began > program.timeoutSeconds * 1000) break;
      await this.#pause(wait);
    }
    if (!this.#monitored) return false;
    this.#failed = true;
    this.#earlyDeaths += 1;
    this.#needs.log.warn('a process did not come up', { process: this.definition.name, status: exited?.code });
    this.#reviveLater(0);
    return false;
  }

  /** The time that it lived is part of the wait: else a limit of restarts within cycles is never reached. */
  #reviveLater(lived: number): void {
    if (this.#hasOwnTest || this.definition.passive) return;
    const delay = this.#earlyDeaths === 0 ? 0 : Math.max(0, Math.min(500 * 2 ** (this.#earlyDeaths - 1), 10_000) - lived);
    this.#retry?.cancel();
    this.#retry = this.#world.after(delay, () => {
      if (this.#monitored) this.#needs.revive(this.definition.name);
    });
  }

  #stable(): boolean {
    return this.#earlyDeaths === 0 || this.#world.monotonic() - this.#upSince > Math.min(this.#earlyDeaths * 1000, soonMs);
  }

  /** Looks for the pidfile's process, or the one that matches. */
  #find(): boolean {
    if (this.isUp) return true;
    const sight = this.#look();
    if (sight === undefined) return false;
    this.#sight = sight;
    this.#upSince = this.#world.monotonic();
    this.#failed = false;
    return true;
  }

  #look(): ProcessSight | undefined {
    const { pidFile, matching } = this.definition;
    if (matching !== undefined) return findProcess(patternOf(matching));
    const pid = pidFile === undefined ? undefined : readPidFile(pidFile);
    return pid === undefined ? undefined : look(pid);
  }

  /** Wakes early when the program ends. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        timer.cancel();
        this.#wakes.delete(wake);
        resolve();
      };
      const timer = this.#world.after(ms, wake);
      this.#wakes.add(wake);
    });
  }

  #wake(): void {
    for (const wake of this.#wakes) wake();
  }

  #run(program: MonitProgram, onEnd: (code: number) => void): void {
    this.#needs.run(this.definition.name, program, (code) => {
      onEnd(code);
      this.#wake();
    });
  }

  #signal(pid: number, signal: NodeJS.Signals): void {
    try {
      process.kill(pid, signal);
    } catch {
      // It is gone already.
    }
  }
}
