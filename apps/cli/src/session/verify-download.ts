import { rmSync } from 'node:fs';
import { CodedError } from '@bosh6/base';
import { fail } from '../errors.js';

/** Checks a file that was fetched just now against the digest that was told of it; one that is another is deleted. Throws DownloadDamaged. */
export async function verifyDownload(path: string, digest: string, name: string): Promise<void> {
  const { verifyDigest } = await import('@bosh6/formats/archives');
  try {
    await verifyDigest(path, digest, 'file', name);
  } catch (error) {
    rmSync(path, { force: true });
    if (!CodedError.is(error, 'DigestMismatch')) throw error;
    throw fail('DownloadDamaged', error.message, {
      cause: error,
      where: { object: name },
      ...(error.details && { details: error.details }),
    });
  }
}
