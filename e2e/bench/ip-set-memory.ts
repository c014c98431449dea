import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Benchmark } from './benchmark.js';

/** What a set of 1,000,000 scattered addresses costs a process of its own, collected before and after. */
export const ipSetMemory: Benchmark = {
  name: 'ip.set.memory',
  unit: 'MB',
  async run() {
    const child = fork(fileURLToPath(new URL('./set-memory-process.js', import.meta.url)), ['1000000'], { execArgv: ['--expose-gc'] });
    const [megabytes] = (await once(child, 'message')) as [number];
    return { value: megabytes };
  },
};
