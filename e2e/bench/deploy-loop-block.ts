import type { Benchmark } from './benchmark.js';
import { createdAgain, createdDeploy } from './created-deploys.js';
import { median } from './interleaved.js';

/** The longest that the Director's event loop is blocked during a first deploy of 1,000 instances: of five deploys the median. Time in which others had the processor is not counted. */
export const deployLoopBlock: Benchmark = {
  name: 'deploy.loop-block',
  unit: 'ms',
  async run() {
    const blocks = [(await createdDeploy()).blockMs];
    while (blocks.length < 5) blocks.push((await createdAgain()).blockMs);
    return { value: median(blocks) };
  },
};
