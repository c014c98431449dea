import type { Collaborators } from '../core/collaborators.js';
import type { PassingBlobRow } from '../persistence/rows/index.js';

type Needed = Pick<Collaborators, 'store' | 'blobs' | 'log'>;

/** Deletes blobs, and then the rows of those that are gone; what stays goes another time. Never rejects. */
export async function deletePassing({ store, blobs, log }: Needed, rows: readonly PassingBlobRow[]): Promise<void> {
  const gone: number[] = [];
  for (const { id, blobstoreId } of rows) {
    await blobs.delete(blobstoreId).then(
      () => gone.push(id),
      (error: unknown) => log.warn({ err: error, blob: blobstoreId }, 'a blob that nobody needs could not be deleted'),
    );
  }
  if (gone.length === 0) return;
  const forget = store.write(async (tx) => {
    for (const id of gone) await tx.passingBlobs.delete({ id });
  });
  await forget.catch((error: unknown) => log.warn({ err: error }, 'blobs that are gone could not be forgotten'));
}

/** Deletes those whose time has passed, among them what a Director that died, or a blobstore that refused, left. Never rejects. */
export async function deletePassed(needed: Needed & Pick<Collaborators, 'world'>): Promise<void> {
  try {
    const rows = await needed.store.read.passingBlobs.all();
    await deletePassing(
      needed,
      rows.filter(({ keepUntil }) => keepUntil <= needed.world.now()),
    );
  } catch (error) {
    needed.log.warn({ err: error }, 'which blobs nobody needs could not be seen');
  }
}
