import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realWorld } from '@bosh6/base';
import { Layout } from '../layout.js';
import type { Log } from '../log.js';
import { cycleMs } from '../supervisor/cycles.js';
import type { SupervisorEvent } from '../supervisor/event.js';
import { Supervisor } from '../supervisor/supervisor.js';

export interface SupervisorRig {
  readonly directory: string;
  supervisor: Supervisor;
  readonly events: SupervisorEvent[];
  /** `event - action` of each event of a service. */
  told(service: string): string[];
  readonly warnings: Record<string, unknown>[];
  /** Cycle timers that run. */
  readonly cycleTimers: number;
  /** Takes these for the jobs' monit files, and starts them. */
  run(...files: string[]): Promise<void>;
  /** A script with its text; its path. */
  script(name: string, text: string): Promise<string>;
  /** A file's pid; undefined when it is not there. */
  pid(name: string): Promise<number | undefined>;
  state(name: string): string | undefined;
  /** Lets one cycle pass: its tests are made. */
  cycle(): void;
  /** Another supervisor on the same directory, as after a restart of the agent. */
  restartAgent(): Promise<void>;
  close(): Promise<void>;
}

/** A supervisor in a directory of its own, with real processes, whose cycles come when they are asked for. */
export async function startSupervisorRig(): Promise<SupervisorRig> {
  const directory = await mkdtemp(join(tmpdir(), 'supervisor-'));
  const layout = new Layout(join(directory, 'vcap'));
  await mkdir(layout.monit('job'), { recursive: true });
  const real = realWorld();
  const cycles = new Set<() => void>();
  const began = real.now();
  let later = 0;
  const world: typeof real = {
    ...real,
    // else a cycle that nobody asked for passes in the middle of a test
    now: () => began + later,
    every: (ms, run) => {
      if (ms !== cycleMs) return real.every(ms / 20, run);
      cycles.add(run);
      return { cancel: () => void cycles.delete(run) };
    },
  };
  const warnings: Record<string, unknown>[] = [];
  const log: Log = { info: () => undefined, warn: (message, fields) => void warnings.push({ message, ...fields }) };
  const events: SupervisorEvent[] = [];
  const make = (): Supervisor => {
    const supervisor = new Supervisor(layout, world, log, () => ({}));
    supervisor.onEvent = (event) => void events.push(event);
    return supervisor;
  };
  const rig: SupervisorRig = {
    directory,
    supervisor: make(),
    events,
    warnings,
    get cycleTimers() {
      return cycles.size;
    },
    told: (service) => events.filter((each) => each.service === service).map(({ event, action }) => `${event} - ${action}`),
    run: async (...files) => {
      for (const [index, text] of files.entries()) await writeFile(layout.monit('job', `000${index}_x.monitrc`), text);
      await rig.supervisor.reload();
      await rig.supervisor.start();
    },
    script: async (name, text) => {
      const path = join(directory, name);
      await writeFile(path, `#!/bin/bash\n${text}\n`);
      await chmod(path, 0o755);
      return path;
    },
    pid: async (name) => {
      const text = await readFile(join(directory, `${name}.pid`), 'utf8').catch(() => '');
      return Number.parseInt(text, 10) || undefined;
    },
    state: (name) => rig.supervisor.statuses.find((each) => each.name === name)?.state,
    cycle: () => {
      later += cycleMs;
      for (const each of cycles) each();
    },
    restartAgent: async () => {
      rig.supervisor.close();
      rig.supervisor = make();
      await rig.supervisor.resume();
    },
    close: async () => {
      await rig.supervisor.stop().catch(() => undefined);
      rig.supervisor.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return rig;
}
