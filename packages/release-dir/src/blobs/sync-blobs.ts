import { lstat, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CodedError } from '@bosh6/base';
import { verifyDigest } from '@bosh6/formats/archives';
import { openBlobstore } from '../blobstore/open-blobstore.js';
import { fail } from '../errors.js';
import type { Authoring } from '../events.js';
import { isMissing, placeInside } from '../place.js';
import { whole } from '../write-whole.js';
import { type Blob, listBlobs } from './blob-list.js';

/**
 * `sync-blobs`: makes `blobs/` hold what is listed: fetches what is missing or damaged, deletes what is not listed. Blobs that were never
 * uploaded stay as they are. Throws `UnsafePath` for links, before anything is deleted, `BlobMissing`, `DigestMismatch`.
 */
export async function syncBlobs(directory: string, { report = () => {}, world }: Authoring = {}): Promise<Blob[]> {
  const blobs = await listBlobs(directory);
  await placeInside(directory, 'blobs');
  const listed = new Set(blobs.map(({ path }) => path));
  for (const path of await filesOf(join(resolve(directory), 'blobs'), ''))
    if (!listed.has(path)) await rm(join(resolve(directory), 'blobs', path));
  for (const { path, size, id, digest } of blobs) {
    const file = await placeInside(directory, `blobs/${path}`);
    if (id === undefined || (await isWhole(file, digest))) continue;
    const blobstore = await openBlobstore(directory, world);
    report({ event: 'blob-download', state: 'started', path, size, id, digest });
    await whole(file, async (partial) => {
      await blobstore.get(id, partial);
      await verifyDigest(partial, digest, 'file', path);
    });
    report({ event: 'blob-download', state: 'finished', path, size, id, digest });
  }
  return blobs;
}

async function isWhole(file: string, digest: string): Promise<boolean> {
  try {
    await verifyDigest(file, digest);
    return true;
  } catch (error) {
    if (isMissing(error) || CodedError.is(error, 'DigestMismatch')) return false;
    throw error;
  }
}

async function filesOf(root: string, prefix: string): Promise<string[]> {
  const found: string[] = [];
  const names = await readdir(join(root, prefix)).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names) {
    const path = prefix === '' ? name : `${prefix}/${name}`;
    const entry = await lstat(join(root, path));
    if (entry.isSymbolicLink()) {
      throw fail('UnsafePath', `'blobs/${path}' is a symbolic link`, {
        where: { document: join(root, path) },
        hint: '`reset-release` deletes all blobs, and `sync-blobs` fetches them again',
      });
    }
    if (entry.isDirectory()) found.push(...(await filesOf(root, path)));
    else found.push(path);
  }
  return found;
}
