import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { lookAtAll, type ProcessSight } from './proc.js';

/** In bytes. `used` is what programs cannot have any more. */
export interface MachineMemory {
  total: number;
  used: number;
  swap: number;
  swapUsed: number;
}

/** One look at the machine: the processes are read once, at the moment that `now` tells. */
export interface Machine {
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Milliseconds since 1970-01-01 UTC. */
  time(): number;
  readonly processors: number;
  /** Averages over 1, 5 and 15 minutes. */
  load(): number[];
  memory(): MachineMemory;
  /** Clock ticks that all processors together spent so, since boot. */
  cpuTicks(part: 'user' | 'system' | 'wait' | 'machine'): number;
  /** The process and its descendants; empty when it is gone. */
  family(pid: number): ProcessSight[];
  /** The number of a user or group that is named; undefined when nobody is called so. */
  idOf(of: 'uid' | 'gid', name: string): number | undefined;
}

/** `withProcesses`: reads them now, before anybody waits; else when they are asked for. */
export function lookAtMachine(clock: { now(): number; monotonic(): number }, withProcesses = false): Machine {
  const at = clock.monotonic();
  let all = withProcesses ? lookAtAll() : undefined;
  return {
    now: () => at,
    time: () => clock.now(),
    processors: availableParallelism(),
    load: loadavg,
    memory: () => memoryOf(text('/proc/meminfo')),
    cpuTicks: (part) => ticksOf(text('/proc/stat'), part),
    family: (pid) => {
      all ??= lookAtAll();
      return familyOf(pid, all);
    },
    idOf: (of, name) => (/^\d+$/.test(name) ? Number(name) : idIn(text(of === 'uid' ? '/etc/passwd' : '/etc/group'), name)),
  };
}

/** A process and its descendants, it first. */
export function familyOf(pid: number, all: readonly ProcessSight[]): ProcessSight[] {
  const found = all.filter((each) => each.pid === pid);
  const known = new Set(found.map((each) => each.pid));
  for (const parent of found) {
    for (const each of all) {
      if (each.parent !== parent.pid || known.has(each.pid)) continue;
      known.add(each.pid);
      found.push(each);
    }
  }
  return found;
}

export function memoryOf(meminfo: string): MachineMemory {
  const bytes = (name: string): number => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(meminfo)?.[1] ?? 0);
  const total = bytes('MemTotal');
  const swap = bytes('SwapTotal');
  return { total, used: total - bytes('MemAvailable'), swap, swapUsed: swap - bytes('SwapFree') };
}

/** Reads proc(5)'s `/proc/stat`. */
export function ticksOf(stat: string, part: 'user' | 'system' | 'wait' | 'machine'): number {
  const [user = 0, nice = 0, system = 0, , wait = 0, hard = 0, soft = 0, steal = 0] = (/^cpu +(.*)$/m.exec(stat)?.[1] ?? '')
    .split(' ')
    .map(Number);
  if (part === 'user') return user + nice;
  if (part === 'system') return system + hard + soft;
  return part === 'wait' ? wait : user + nice + system + hard + soft + steal;
}

function text(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function idIn(table: string, name: string): number | undefined {
  const line = table.split('\n').find((each) => each.startsWith(`${name}:`));
  return line === undefined ? undefined : Number(line.split(':')[2]);
}
