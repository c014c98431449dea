import { readFileSync, writeFileSync } from 'node:fs';

/** A line of /proc in kB, as MB (10^6 bytes). */
function megabytes(file: string, key: string): number {
  const match = new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(file, 'utf8'));
  if (match?.[1] === undefined) throw new Error(`${file} has no ${key}`);
  return (Number(match[1]) * 1024) / 1e6;
}

export function residentMegabytes(pid: number): number {
  return megabytes(`/proc/${pid}/status`, 'VmRSS');
}

/** The most that it ever had, or had since `forgetPeak`. */
export function peakMegabytes(pid: number): number {
  return megabytes(`/proc/${pid}/status`, 'VmHWM');
}

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Memory of the process alone plus its share of what it shares. */
export function proportionalMegabytes(pid: number): number {
  return megabytes(`/proc/${pid}/smaps_rollup`, 'Pss');
}

export function childrenOf(pid: number): number[] {
  return words(`/proc/${pid}/task/${pid}/children`, ' ').map(Number);
}

/** The process and all below it. */
export function familyOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)];
}

export function argvOf(pid: number): string[] {
  return words(`/proc/${pid}/cmdline`, '\0');
}

/** Empty for a process that has ended meanwhile. */
function words(file: string, separator: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split(separator)
      .filter((word) => word !== '');
  } catch {
    return [];
  }
}
