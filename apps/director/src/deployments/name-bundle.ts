import type { Collaborators } from '../core/collaborators.js';
import type { PassingBlobRow } from '../persistence/rows/index.js';

/** Milliseconds; as in the original. */
export const keptMs = 10 * 86_400_000;

/** Names a blob to come, of logs that somebody may fetch for some days; before it is put, so that it goes again whoever dies meanwhile. */
export function nameBundle({ store, world }: Pick<Collaborators, 'store' | 'world'>): Promise<PassingBlobRow> {
  return store.write((tx) => tx.passingBlobs.insert({ blobstoreId: world.uuid(), keepUntil: world.now() + keptMs }));
}
