import type { Benchmark } from './benchmark.js';
import { missing, walkthroughRounds } from './walkthrough-rounds.js';

export const walkthroughTotal: Benchmark = {
  name: 'walkthrough.total',
  unit: 's',
  peer: "the release's packaging script",
  missing,
  run: async () => (await walkthroughRounds()).total,
};
