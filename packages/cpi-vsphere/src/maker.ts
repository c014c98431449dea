import { readFileSync, readlinkSync } from 'node:fs';

/**
 * Which process makes a thing: written on it while it is half made. `undefined` where /proc is not Linux's. Boot and process namespace say which processes
 * can be looked up, the start time that a process id is not another's by now.
 */
export function thisMaker(): string {
  return makerOf(process.pid) ?? `elsewhere ${process.pid}`;
}

/** Whether the process is known to be gone. A process of another machine or namespace never is. */
export function isGone(maker: string): boolean {
  const [boot, namespace, pid] = maker.split(' ');
  if (boot === undefined || boot !== bootId() || namespace !== pidNamespace()) return false;
  return makerOf(Number(pid)) !== maker;
}

function makerOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the command's name, in brackets, may hold anything; field 22 is the start time, field 3 the state
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return [bootId(), pidNamespace(), pid, fields[19]].join(' ');
  } catch {
    return undefined;
  }
}

function bootId(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
}

function pidNamespace(): string | undefined {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return undefined;
  }
}
