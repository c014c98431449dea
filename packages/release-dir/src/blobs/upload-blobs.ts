import { openBlobstore } from '../blobstore/open-blobstore.js';
import type { Authoring } from '../events.js';
import { listBlobs, saveBlobs } from './blob-list.js';
import { wholeBlob } from './whole-blob.js';

/** `upload-blobs`: stores blobs that the blobstore lacks. The list is saved after each, so that an end in the middle loses none. Throws `BlobMissing`, `DigestMismatch`, those of the blobstore. */
export async function uploadBlobs(directory: string, { report = () => {}, world }: Authoring = {}): Promise<void> {
  const blobs = await listBlobs(directory);
  for (const blob of blobs) {
    if (blob.id !== undefined) continue;
    const blobstore = await openBlobstore(directory, world);
    const { path, size, digest } = blob;
    report({ event: 'blob-upload', state: 'started', path, size, digest });
    blob.id = await blobstore.create(await wholeBlob(directory, blob));
    await saveBlobs(directory, blobs);
    report({ event: 'blob-upload', state: 'finished', path, id: blob.id });
  }
}
