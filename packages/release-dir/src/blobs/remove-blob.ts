import { rm } from 'node:fs/promises';
import { placeInside } from '../place.js';
import { checkBlobPath, listBlobs, saveBlobs } from './blob-list.js';

/** `remove-blob`: no longer lists it and deletes the file; the blobstore keeps its copy. One that is not there is no error. Throws `UnsafePath`. */
export async function removeBlob(directory: string, path: string): Promise<void> {
  checkBlobPath(path, path);
  const file = await placeInside(directory, `blobs/${path}`);
  const blobs = await listBlobs(directory);
  const others = blobs.filter((blob) => blob.path !== path);
  if (others.length < blobs.length) await saveBlobs(directory, others);
  await rm(file, { force: true });
}
