import { CodedError } from '@bosh6/base';
import { verifyDigest } from '@bosh6/formats/archives';
import { fail } from '../errors.js';
import { placeInside } from '../place.js';
import type { Blob } from './blob-list.js';

/** The file of a blob, its digest checked. Throws `BlobMissing`, `DigestMismatch`. */
export async function wholeBlob(directory: string, { path, digest }: Blob): Promise<string> {
  const file = await placeInside(directory, `blobs/${path}`);
  try {
    await verifyDigest(file, digest, 'file', path);
  } catch (cause) {
    if (CodedError.is(cause)) throw cause;
    throw fail('BlobMissing', `blob '${path}' is not in blobs/`, { where: { document: file }, hint: 'put the file there', cause });
  }
  return file;
}
