import type { Benchmark } from './benchmark.js';
import { createdLarge, largeMissing } from './created-deploys.js';

/** The most resident memory that the Director has during a first deploy of 10,000 instances. */
export const deployRss: Benchmark = {
  name: 'deploy.rss',
  unit: 'MB',
  missing: largeMissing,
  run: async () => ({ value: (await createdLarge()).peakMegabytes }),
};
