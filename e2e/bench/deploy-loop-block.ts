import type { Benchmark } from './benchmark.js';
import { createdAgain, createdDeploy } from './created-deploys.js';
import { median } from './interleaved.js';

/** The longest that the Director's event loop is blocked during a first deploy of 1,000 instances: of three deploys the median. Time in which others had the processor is not counted. */
export const deployLoopBlock: Benchmark = {
  name: 'deploy.loop-block',
  unit: 'ms',
  run: async () => ({ value: median([await createdDeploy(), await createdAgain(), await createdAgain()].map(({ blockMs }) => blockMs)) }),
};
