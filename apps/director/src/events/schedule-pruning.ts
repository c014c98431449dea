import { deletePassed } from '../blobs/delete-passing.js';
import type { Collaborators } from '../core/collaborators.js';

const dayMs = 86_400_000;
/** As many events as the original keeps, and as many intents, which it has not. */
const newest = 10_000;

type Needed = Pick<Collaborators, 'store' | 'blobs' | 'world' | 'log'>;

/** Forgets old events, and intents that were settled long ago, and deletes blobs whose time has passed, now and once a day. Answers with what ends that. */
export function schedulePruning(collaborators: Needed, kept = newest): () => void {
  const { store, world, log } = collaborators;
  const prune = (): void => {
    for (const table of ['events', 'intents'] as const)
      store
        .write((tx) => tx[table].deleteAllBut(kept))
        .catch((error: unknown) => log.warn({ err: error }, `old ${table} could not be forgotten`));
    void deletePassed(collaborators);
  };
  const timer = world.every(dayMs, prune);
  prune();
  return () => timer.cancel();
}
