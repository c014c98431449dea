import { readFileSync } from 'node:fs';

/** One look at a living process. */
export interface ProcessSight {
  pid: number;
  /** Clock ticks after boot; with the pid it names a process for good. */
  startTicks: number;
  /** CPU time used, in clock ticks. */
  cpuTicks: number;
  residentKib: number;
}

const pageKib = 4;
/** The kernel's USER_HZ on every Linux architecture that Node runs on. */
export const ticksPerSecond = 100;

/** Undefined when no such process lives; a zombie does not. */
export function look(pid: number): ProcessSight | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  if (state === undefined || state === 'Z' || state === 'X') return undefined;
  return {
    pid,
    startTicks: Number(fields[19]),
    cpuTicks: Number(fields[11]) + Number(fields[12]),
    residentKib: Number(fields[21]) * pageKib,
  };
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
