import type { Benchmark } from './benchmark.js';
import { createdLarge, createdOverNatsServer, largeMissing } from './created-deploys.js';

/** What the Director computes for a first deploy of 10,000 instances, against one of 1,000 before it and one afterwards. */
export const deployLinear: Benchmark = {
  name: 'deploy.linear',
  unit: 'ms',
  peer: '1,000 instances',
  missing: largeMissing,
  async run() {
    const before = await createdOverNatsServer(1000);
    const { cpuMs } = await createdLarge();
    const after = await createdOverNatsServer(1000);
    return { value: cpuMs, peerValue: (before.cpuMs + after.cpuMs) / 2 };
  },
};
