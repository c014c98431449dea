import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { JobState, ProcessStatus } from '@bosh6/agent-protocol';
import type { Timer, World } from '@bosh6/base';
import { fail } from '../errors.js';
import type { Layout } from '../layout.js';
import { type Log, reason } from '../log.js';
import { ticksPerSecond } from '../processes/proc.js';
import { readJson, readText, writeJson } from '../state/json-file.js';
import { ManagedProcess, type ResolveIds } from './managed-process.js';
import { parseMonitFile } from './monit-file.js';

const watchMs = 1000;

/** Keeps the jobs' processes alive by their monit files, in place of monit. Its decisions survive a restart of the agent in monit/supervisor.json. */
export class Supervisor {
  readonly #layout: Layout;
  readonly #world: World;
  readonly #log: Log;
  readonly #ids: ResolveIds;
  #processes = new Map<string, ManagedProcess>();
  #watch: Timer | undefined;
  #stopped = false;
  /** Told of every process that died by itself. */
  onDeath: (name: string) => void = () => undefined;

  constructor(layout: Layout, world: World, log: Log, ids: ResolveIds) {
    this.#layout = layout;
    this.#world = world;
    this.#log = log;
    this.#ids = ids;
  }

  /** After a start of the agent: takes up the files that are there, and watches what was watched. */
  async resume(): Promise<void> {
    await mkdir(this.#layout.monit('job'), { recursive: true });
    this.#stopped = (await readText(this.#layout.monit('stopped'))) !== undefined;
    const kept = (await readJson(this.#layout.monit('supervisor.json'))) as { monitored?: string[] } | undefined;
    await this.reload().catch((error) => this.#log.warn('the monit files cannot be read', { reason: reason(error) }));
    for (const name of this.#stopped ? [] : (kept?.monitored ?? [])) this.#processes.get(name)?.resume();
    this.#keepWatch();
  }

  /** Ends the watching, not the processes. */
  close(): void {
    this.#watch?.cancel();
    this.#watch = undefined;
  }

  /** Forgets every job's files; what runs is left alone, unwatched. */
  async removeFiles(): Promise<void> {
    await rm(this.#layout.monit('job'), { recursive: true, force: true });
    await mkdir(this.#layout.monit('job'), { recursive: true });
    for (const process of this.#processes.values()) process.unmonitor();
    this.#processes = new Map();
    await this.#keep();
  }

  /** Writes the files of the spec's jobs, the last job first, as monit's include order wants it. */
  async writeFiles(jobs: readonly string[]): Promise<void> {
    await mkdir(this.#layout.monit('job'), { recursive: true });
    for (const [index, job] of [...jobs].reverse().entries()) {
      const number = String(index).padStart(4, '0');
      for (const name of await readdir(this.#layout.jobs(job))) {
        if (name !== 'monit' && !name.endsWith('.monit')) continue;
        const label = name === 'monit' ? '' : `_${name.slice(0, -'.monit'.length)}`;
        await writeFile(this.#layout.monit('job', `${number}_${job}${label}.monitrc`), await readFile(this.#layout.jobs(job, name)), {
          mode: 0o600,
        });
      }
    }
  }

  /** Reads the files again. A process whose definition is as before goes on. Throws MonitFileInvalid. */
  async reload(): Promise<void> {
    const next = new Map<string, ManagedProcess>();
    for (const file of (await readdir(this.#layout.monit('job'))).filter((name) => name.endsWith('.monitrc')).sort()) {
      const text = await readFile(this.#layout.monit('job', file), 'utf8');
      for (const definition of parseMonitFile(text, file)) {
        if (definition.group !== 'vcap') continue;
        const before = this.#processes.get(definition.name);
        const same = before !== undefined && JSON.stringify(before.definition) === JSON.stringify(definition);
        if (!same) before?.unmonitor();
        next.set(
          definition.name,
          same ? before : new ManagedProcess(definition, this.#world, this.#log, this.#ids, (name) => this.onDeath(name)),
        );
      }
    }
    for (const [name, process] of this.#processes) if (!next.has(name)) process.unmonitor();
    this.#processes = next;
  }

  /** Begins to start everything and returns; `jobState` tells how it goes. A process waits for those that it depends on. */
  async start(): Promise<void> {
    await rm(this.#layout.monit('stopped'), { force: true });
    this.#stopped = false;
    const begun = new Map<string, Promise<void>>();
    const begin = (name: string, path: readonly string[]): Promise<void> => {
      const known = begun.get(name);
      const process = this.#processes.get(name);
      if (known !== undefined || process === undefined || path.includes(name)) return known ?? Promise.resolve();
      const before = process.definition.dependsOn.map((other) => begin(other, [...path, name]));
      const started = before.length === 0 ? process.start() : Promise.all(before).then(() => process.start());
      begun.set(name, started);
      return started;
    };
    for (const name of this.#processes.keys()) void begin(name, []);
    await this.#keep([...this.#processes.keys()]);
    this.#keepWatch();
  }

  async unmonitor(): Promise<void> {
    for (const process of this.#processes.values()) process.unmonitor();
    await this.#keep();
  }

  /** Stops everything, dependents first, and waits. Throws StopFailed with the names of those that live on. */
  async stop(): Promise<void> {
    for (const process of this.#processes.values()) process.unmonitor();
    const failed: string[] = [];
    const begun = new Map<string, Promise<void>>();
    const end = (name: string, path: readonly string[]): Promise<void> => {
      const known = begun.get(name);
      const process = this.#processes.get(name);
      if (known !== undefined || process === undefined || path.includes(name)) return known ?? Promise.resolve();
      const dependents = [...this.#processes.values()].filter((other) => other.definition.dependsOn.includes(name));
      const ended = Promise.all(dependents.map((other) => end(other.definition.name, [...path, name]))).then(async () => {
        if (!(await process.stop())) failed.push(name);
      });
      begun.set(name, ended);
      return ended;
    };
    await Promise.all([...this.#processes.keys()].map((name) => end(name, [])));
    await this.#keep();
    if (failed.length > 0)
      throw fail('StopFailed', `Stopping services '${failed.sort().join(', ')}' errored`, { details: { processes: failed } });
    await writeFile(this.#layout.monit('stopped'), '', { mode: 0o600 });
    this.#stopped = true;
  }

  get jobState(): JobState {
    if (this.#stopped) return 'stopped';
    const states = [...this.#processes.values()].map((process) => process.state);
    if (states.includes('starting')) return 'starting';
    return states.every((state) => state === 'running') ? 'running' : 'failing';
  }

  get statuses(): ProcessStatus[] {
    return [...this.#processes.values()].map((process) => {
      const status: ProcessStatus = { name: process.definition.name, state: process.state };
      const sight = process.sight;
      if (status.state !== 'running' || sight === undefined) return status;
      const seconds = process.upSeconds;
      return {
        ...status,
        uptime: { secs: seconds },
        mem: { kb: sight.residentKib, percent: Math.round((sight.residentKib * 1024 * 1000) / totalmem()) / 10 },
        cpu: { total: seconds > 0 ? Math.round((sight.cpuTicks / ticksPerSecond / seconds) * 1000) / 10 : 0 },
      };
    });
  }

  get processCount(): number {
    return this.#processes.size;
  }

  #keepWatch(): void {
    this.#watch ??= this.#world.every(watchMs, () => {
      for (const process of this.#processes.values()) process.check();
    });
  }

  #keep(monitored: readonly string[] = []): Promise<void> {
    return writeJson(this.#layout.monit('supervisor.json'), { monitored });
  }
}
