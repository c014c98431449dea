import type { ChildProcess } from 'node:child_process';
import { fail } from '../errors.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Keeps Ctrl-C and the like from ending this process while the child runs: the child is ended, and who waits for it can tidy up.
 * @returns what is called when the child has closed: the error that the end then is, where it came so
 */
export function endedWithUs(child: ChildProcess): () => Error | undefined {
  let told: string | undefined;
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      told = signal;
      child.kill('SIGTERM');
    };
    process.on(signal, listener);
    return [signal, listener] as const;
  });
  return () => {
    for (const [signal, listener] of listeners) process.removeListener(signal, listener);
    return told === undefined ? undefined : fail('Interrupted', `stopped by ${told === 'SIGINT' ? 'Ctrl-C' : told}`);
  };
}
