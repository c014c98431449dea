import type { Benchmark } from './benchmark.js';
import { createdDeploy } from './created-deploys.js';

/** The longest that the Director's event loop is blocked during a first deploy of 1,000 instances; time in which others had the processor is not counted. */
export const deployLoopBlock: Benchmark = {
  name: 'deploy.loop-block',
  unit: 'ms',
  run: async () => ({ value: (await createdDeploy(1000)).blockMs }),
};
