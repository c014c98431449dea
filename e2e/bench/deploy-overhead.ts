import type { Benchmark } from './benchmark.js';
import { createdDeploy } from './created-deploys.js';

/** What the Director computes for a first deploy of 1,000 instances, its broker and database with it; agents and infrastructure are simulated in another process. */
export const deployOverhead: Benchmark = {
  name: 'deploy.overhead',
  unit: 'ms',
  peer: 'bare loop',
  async run() {
    const { cpuMs, peer } = await createdDeploy();
    return { value: cpuMs, peerValue: peer.cpuMs };
  },
};
