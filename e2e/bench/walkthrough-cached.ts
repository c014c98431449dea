import type { Benchmark } from './benchmark.js';
import { missing, walkthroughRounds } from './walkthrough-rounds.js';

export const walkthroughCached: Benchmark = {
  name: 'walkthrough.cached',
  unit: 's',
  peer: "the release's packaging script",
  missing,
  run: async () => (await walkthroughRounds()).cached,
};
