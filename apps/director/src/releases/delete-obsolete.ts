import type { Blobstore } from '../blobs/blobstore.js';
import type { Log } from '../core/log.js';

/** Deletes blobs that no row names any more. The work is done when they are: one that stays costs room only, and is logged. */
export async function deleteObsolete(blobs: Blobstore, ids: readonly string[], log: Log): Promise<void> {
  for (const id of ids) {
    await blobs.delete(id).catch((error: unknown) => log.warn({ err: error, blob: id }, 'a blob that nothing names could not be deleted'));
  }
}
