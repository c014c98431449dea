import { readdirSync, readFileSync } from 'node:fs';

/** One look at a living process. */
export interface ProcessSight {
  pid: number;
  /** Its parent's pid. */
  parent: number;
  /** Clock ticks after boot; with the pid it names a process for good. */
  startTicks: number;
  /** CPU time used, in clock ticks. */
  cpuTicks: number;
  residentKib: number;
  threads: number;
}

const pageKib = 4;
/** The kernel's USER_HZ on every Linux architecture that Node runs on. */
export const ticksPerSecond = 100;

/** Undefined when no such process lives; a zombie does not. */
export function look(pid: number): ProcessSight | undefined {
  try {
    return sightOf(pid, readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return undefined;
  }
}

/** Reads proc(5)'s `/proc/<pid>/stat`; undefined for what is none. */
export function sightOf(pid: number, stat: string): ProcessSight | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  if (state === undefined || state === 'Z' || state === 'X') return undefined;
  const [parent = 0, user = 0, system = 0, threads = 0, startTicks = 0, pages = 0] = [1, 11, 12, 17, 19, 21].map((at) =>
    Number(fields[at] || Number.NaN),
  );
  if (![parent, user, system, threads, startTicks, pages].every(Number.isFinite)) return undefined;
  return { pid, parent, startTicks, cpuTicks: user + system, residentKib: pages * pageKib, threads };
}

/** Every process that lives. */
export function lookAtAll(): ProcessSight[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (look(Number(name)) ?? []) : []));
}

/** Undefined when the file is missing or holds no pid. */
export function readPidFile(path: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path, 'latin1'), 10);
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
