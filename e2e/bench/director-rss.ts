import { waitFor } from '@bosh6/lab';
import type { Benchmark } from './benchmark.js';
import { closeLiveStack, directorPid, liveStack } from './live-stack.js';
import { childrenOf, residentMegabytes } from './process-memory.js';
import { missing } from './walkthrough-rounds.js';

/** Resident memory of the Director after a walkthrough, once its renderer has gone idle and ended. */
export const directorRss: Benchmark = {
  name: 'director.rss',
  unit: 'MB',
  missing,
  async run() {
    const pid = await directorPid(await liveStack());
    const idle = await waitFor(180_000, async () => (childrenOf(pid).length === 0 ? true : undefined));
    if (idle === undefined) throw new Error(`the Director still has ${childrenOf(pid).length} child processes after 3 minutes`);
    return { value: residentMegabytes(pid) };
  },
  close: closeLiveStack,
};
