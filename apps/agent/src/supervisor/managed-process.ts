import { spawn } from 'node:child_process';
import type { ProcessState } from '@bosh6/agent-protocol';
import type { Timer, World } from '@bosh6/base';
import { type Log, reason } from '../log.js';
import { look, type ProcessSight, readPidFile } from '../processes/proc.js';
import type { MonitProcess, MonitProgram } from './monit-file.js';

export interface ProcessIds {
  uid?: number;
  gid?: number;
}
export type ResolveIds = (program: MonitProgram) => ProcessIds;

/** A process that dies sooner than this after it came up is not trusted at once the next time. */
const soonMs = 10_000;
const environment = { PATH: '/bin:/usr/bin:/sbin:/usr/sbin', HOME: '/', LANG: 'C.UTF-8' };

/** One process of a monit file: starts it, sees it live and die, starts it again, stops it. */
export class ManagedProcess {
  readonly definition: MonitProcess;
  readonly #world: World;
  readonly #log: Log;
  readonly #ids: ResolveIds;
  readonly #onDeath: (name: string) => void;
  #monitored = false;
  #sight: ProcessSight | undefined;
  #upSince = 0;
  /** Deaths soon after a start, one after the other. */
  #earlyDeaths = 0;
  #starting: Promise<void> | undefined;
  #failed = false;
  #retry: Timer | undefined;
  #wake: (() => void) | undefined;

  constructor(definition: MonitProcess, world: World, log: Log, ids: ResolveIds, onDeath: (name: string) => void) {
    this.definition = definition;
    this.#world = world;
    this.#log = log;
    this.#ids = ids;
    this.#onDeath = onDeath;
  }

  get monitored(): boolean {
    return this.#monitored;
  }

  get sight(): ProcessSight | undefined {
    return this.#sight;
  }

  get upSeconds(): number {
    return Math.floor((this.#world.monotonic() - this.#upSince) / 1000);
  }

  get state(): ProcessState {
    if (!this.#monitored) return 'unknown';
    if (this.#alive()) return this.#stable() ? 'running' : 'starting';
    if (this.#starting !== undefined && !this.#failed && this.#earlyDeaths === 0) return 'starting';
    return 'failing';
  }

  /** Watches a process again that was started before this agent was; starts it when it does not live. */
  resume(): void {
    this.#monitored = true;
    if (!this.#find()) this.start();
  }

  /** Starts it unless it lives, and watches it from now on. Resolves when it lives or has failed to come up. */
  start(): Promise<void> {
    this.#monitored = true;
    this.#starting ??= this.#bringUp().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  /** No longer watched: it may live or die. */
  unmonitor(): void {
    this.#monitored = false;
    this.#retry?.cancel();
    this.#wake?.();
  }

  /** Called at the watch interval. */
  check(): void {
    if (!this.#monitored || this.#starting !== undefined) return;
    if (this.#alive()) {
      if (this.#world.monotonic() - this.#upSince > soonMs) this.#earlyDeaths = 0;
      return;
    }
    if (this.#sight === undefined) return;
    if (this.#find()) return;
    this.#earlyDeaths = this.#world.monotonic() - this.#upSince < soonMs ? this.#earlyDeaths + 1 : 0;
    this.#sight = undefined;
    this.#log.warn('a process died', { process: this.definition.name });
    this.#onDeath(this.definition.name);
    this.#startLater();
  }

  /** Runs the stop program (SIGTERM where there is none) and waits until the process is gone. False when it still lives. */
  async stop(): Promise<boolean> {
    this.unmonitor();
    await this.#starting;
    this.#find();
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
      this.#spawn(stop, () => {
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

  async #bringUp(): Promise<void> {
    this.#failed = false;
    if (this.#find()) return;
    const program = this.definition.start;
    if (program === undefined) {
      this.#failed = true;
      return;
    }
    const began = this.#world.monotonic();
    let exited: { code: number; at: number } | undefined;
    this.#spawn(program, (code) => {
      exited = { code, at: this.#world.monotonic() };
    });
    for (let wait = 10; this.#monitored; wait = Math.min(wait * 1.3, 250)) {
      if (this.#find()) return;
      const now = this.#world.monotonic();
      // A start program that failed may still have left a daemon that writes its pid a moment later.
      if (exited !== undefined && exited.code !== 0 && now - exited.at > 1000) break;
      if (now - began > program.timeoutSeconds * 1000) break;
      await this.#pause(wait);
    }
    if (!this.#monitored) return;
    this.#failed = true;
    this.#earlyDeaths += 1;
    this.#log.warn('a process did not come up', { process: this.definition.name, status: exited?.code });
    this.#startLater();
  }

  #startLater(): void {
    const delay = this.#earlyDeaths === 0 ? 0 : Math.min(500 * 2 ** (this.#earlyDeaths - 1), 10_000);
    this.#retry = this.#world.after(delay, () => {
      if (this.#monitored) void this.start();
    });
  }

  #stable(): boolean {
    return this.#earlyDeaths === 0 || this.#world.monotonic() - this.#upSince > Math.min(this.#earlyDeaths * 1000, soonMs);
  }

  #alive(): boolean {
    return this.#sight !== undefined && look(this.#sight.pid)?.startTicks === this.#sight.startTicks;
  }

  /** Looks for the pidfile's process. */
  #find(): boolean {
    if (this.#alive()) return true;
    const pid = readPidFile(this.definition.pidFile);
    const sight = pid === undefined ? undefined : look(pid);
    if (sight === undefined) return false;
    this.#sight = sight;
    this.#upSince = this.#world.monotonic();
    this.#failed = false;
    return true;
  }

  /** Wakes early when the program ends. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#world.after(ms, () => this.#wake?.());
      this.#wake = () => {
        timer.cancel();
        this.#wake = undefined;
        resolve();
      };
    });
  }

  #spawn(program: MonitProgram, onEnd: (code: number) => void): void {
    const [path = '', ...rest] = program.argv;
    const end = (code: number): void => {
      onEnd(code);
      this.#wake?.();
    };
    try {
      // A session of its own: the process outlives the agent.
      const child = spawn(path, rest, { ...this.#ids(program), env: environment, cwd: '/', detached: true, stdio: 'ignore' });
      child.on('error', (error) => {
        this.#log.warn('a program cannot be started', { process: this.definition.name, reason: error.message });
        end(127);
      });
      child.on('exit', (code) => end(code ?? 128));
      child.unref();
    } catch (error) {
      this.#log.warn('a program cannot be started', { process: this.definition.name, reason: reason(error) });
      end(127);
    }
  }

  #signal(pid: number, signal: NodeJS.Signals): void {
    try {
      process.kill(pid, signal);
    } catch {
      // It is gone already.
    }
  }
}
