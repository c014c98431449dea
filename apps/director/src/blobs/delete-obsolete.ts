import type { Log } from '../core/log.js';
import type { Blobstore } from './blobstore.js';

/** Deletes blobs that no row names any more, or yet. Never rejects: the work was done, or is known to have failed, before; one that stays costs room only, and is logged. */
export async function deleteObsolete(blobs: Blobstore, ids: readonly string[], log: Log): Promise<void> {
  for (const id of ids) {
    await blobs.delete(id).catch((error: unknown) => log.warn({ err: error, blob: id }, 'a blob that nothing names could not be deleted'));
  }
}
