import type { ChildProcess } from 'node:child_process';
import { fail } from '../errors.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Children that run, with the signal that ended each; one listener for all, since there may be many hosts. */
const running = new Map<ChildProcess, NodeJS.Signals | undefined>();

/**
 * Keeps Ctrl-C and the like from ending this process while the child runs: the child is ended, and who waits for it can tidy up.
 * @returns what is called when the child has closed: the error that the end then is, where it came so
 */
export function endedWithUs(child: ChildProcess): () => Error | undefined {
  if (running.size === 0) for (const signal of signals) process.on(signal, endAll);
  running.set(child, undefined);
  return () => {
    const told = running.get(child);
    running.delete(child);
    if (running.size === 0) for (const signal of signals) process.removeListener(signal, endAll);
    return told === undefined ? undefined : fail('Interrupted', `stopped by ${told === 'SIGINT' ? 'Ctrl-C' : told}`);
  };
}

function endAll(signal: NodeJS.Signals): void {
  for (const child of running.keys()) {
    running.set(child, signal);
    child.kill('SIGTERM');
  }
}
