import { join } from 'node:path';
import { root } from '../stack/paths.js';
import { run } from '../stack/run.js';
import type { Benchmark, Measurement } from './benchmark.js';

/** How much of a core 1,000 agents cost that beat every 5 s, each on a connection of its own: broker and health monitor, as a Director has them in its process. */
export const heartbeatsCore: Benchmark = {
  name: 'heartbeats.core',
  unit: 'count',
  async run() {
    const { code, stdout, stderr } = await run([process.execPath, join(root, 'apps/director/dist/benchmark/hear-heartbeats.js')]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Measurement;
  },
};
