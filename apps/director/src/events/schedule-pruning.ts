import type { Collaborators } from '../core/collaborators.js';

const dayMs = 86_400_000;
/** As many as the original keeps. */
const kept = 10_000;

/** Forgets old events now and once a day. Answers with what ends that. */
export function schedulePruning({ store, world, log }: Pick<Collaborators, 'store' | 'world' | 'log'>): () => void {
  const prune = (): void => {
    store
      .write((tx) => tx.events.deleteAllBut(kept))
      .catch((error: unknown) => log.warn({ err: error }, 'old events could not be forgotten'));
  };
  const timer = world.every(dayMs, prune);
  prune();
  return () => timer.cancel();
}
