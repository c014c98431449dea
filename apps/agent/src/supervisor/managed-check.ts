import { existsSync } from 'node:fs';
import type { ProcessState } from '@bosh6/agent-protocol';
import type { World } from '@bosh6/base';
import type { Managed } from './managed.js';
import type { MonitProgram, MonitService } from './monit-definition.js';
import type { RunProgram } from './run-program.js';

/** How often a program's end and a file's coming are looked for, in ms. */
const lookMs = 100;

/** A service without a process: a file and its like, which may be made and removed by programs; a host, the machine. */
export class ManagedCheck implements Managed {
  readonly definition: MonitService;
  readonly sight = undefined;
  readonly upSeconds = 0;
  readonly #world: World;
  readonly #run: RunProgram;
  #monitored = false;
  #starting: Promise<boolean> | undefined;
  /** Programs that run. */
  #running = 0;

  constructor(definition: MonitService, world: World, run: RunProgram) {
    this.definition = definition;
    this.#world = world;
    this.#run = run;
  }

  get monitored(): boolean {
    return this.#monitored;
  }

  get isChanging(): boolean {
    return this.#running > 0;
  }

  get isUp(): boolean {
    const { path } = this.definition;
    return path === undefined || existsSync(path);
  }

  get state(): ProcessState {
    if (!this.#monitored) return 'unknown';
    return this.isUp ? 'running' : 'failing';
  }

  resume(): boolean {
    this.#monitored = true;
    return this.isUp;
  }

  start(): Promise<boolean> {
    this.#monitored = true;
    this.#starting ??= this.#make().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async restart(): Promise<boolean> {
    this.#monitored = true;
    const { restart } = this.definition;
    return restart !== undefined && this.#ends(restart, () => this.isUp);
  }

  async stop(): Promise<boolean> {
    this.#monitored = false;
    const { stop } = this.definition;
    return stop === undefined || this.#ends(stop, () => true);
  }

  unmonitor(): void {
    this.#monitored = false;
  }

  /** It never does. */
  release(): void {}

  /** Its tests are all there is to it. */
  check(): void {}

  async #make(): Promise<boolean> {
    const { start } = this.definition;
    if (!this.isUp && start !== undefined) await this.#ends(start, () => this.isUp);
    return this.isUp;
  }

  /** Runs a program; false when it has not ended, or what it was for is not so, in its time. */
  async #ends(program: MonitProgram, isDone: () => boolean): Promise<boolean> {
    const deadline = this.#world.monotonic() + program.timeoutSeconds * 1000;
    let hasEnded = false;
    this.#running += 1;
    this.#run(this.definition.name, program, () => {
      hasEnded = true;
    });
    while (!hasEnded && this.#world.monotonic() < deadline) await this.#world.sleep(lookMs);
    this.#running -= 1;
    return hasEnded && isDone();
  }
}
