import type { PassingBlobRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Marks blobs that no other row names any more, in the transaction that forgets them: whoever dies then, or whatever refuses, they go some time. To be followed by `deletePassing`. */
export function passBlobs(tx: Repositories, ids: readonly string[]): Promise<PassingBlobRow[]> {
  return tx.passingBlobs.insertAll(ids.map((blobstoreId) => ({ blobstoreId, keepUntil: 0 })));
}
