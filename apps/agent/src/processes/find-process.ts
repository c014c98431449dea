import { readFileSync } from 'node:fs';
import { lookAtAll, type ProcessSight } from './proc.js';

/** The process whose command line matches; of several the topmost, of those the oldest. Never this one. */
export function findProcess(pattern: RegExp): ProcessSight | undefined {
  const found = new Map<number, ProcessSight>();
  for (const sight of lookAtAll()) if (sight.pid !== process.pid && pattern.test(commandLine(sight.pid))) found.set(sight.pid, sight);
  const top = [...found.values()].filter(({ parent }) => !found.has(parent));
  return top.sort((a, b) => a.startTicks - b.startTicks || a.pid - b.pid)[0];
}

/** Its name where it has no command line, as a kernel's thread. */
function commandLine(pid: number): string {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim();
    return words === '' ? readFileSync(`/proc/${pid}/comm`, 'latin1').trim() : words;
  } catch {
    return '';
  }
}
