import type { Benchmark } from './benchmark.js';
import { missing, walkthroughRounds } from './walkthrough-rounds.js';

export const walkthroughCached: Benchmark = {
  name: 'walkthrough.cached',
  unit: 's',
  peer: "the release's packaging script",
  missing,
  async run() {
    const { cached, packaging } = await walkthroughRounds();
    return { value: cached, peerValue: packaging };
  },
};
