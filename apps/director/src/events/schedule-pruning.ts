import type { Collaborators } from '../core/collaborators.js';

const dayMs = 86_400_000;
/** As many events as the original keeps, and as many intents, which it has not. */
const newest = 10_000;

/** Forgets old events, and intents that were settled long ago, now and once a day. Answers with what ends that. */
export function schedulePruning({ store, world, log }: Pick<Collaborators, 'store' | 'world' | 'log'>, kept = newest): () => void {
  const prune = (): void => {
    for (const table of ['events', 'intents'] as const)
      store
        .write((tx) => tx[table].deleteAllBut(kept))
        .catch((error: unknown) => log.warn({ err: error }, `old ${table} could not be forgotten`));
  };
  const timer = world.every(dayMs, prune);
  prune();
  return () => timer.cancel();
}
