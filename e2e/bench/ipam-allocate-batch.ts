import { join } from 'node:path';
import { root } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Benchmark, Measurement } from './benchmark.js';

/** A deploy of 1,000 instances beside 100,000 addresses in use: what is in use read, places decided, all stored; the Director's own code on SQLite. */
export const ipamAllocateBatch: Benchmark = {
  name: 'ipam.allocate.batch',
  unit: 'ms',
  peer: 'inserting its 1,000 rows',
  async run() {
    const { code, stdout, stderr } = await run([process.execPath, join(root, 'apps/director/dist/benchmark/allocate-batch.js')]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Measurement;
  },
};
