import { resolve } from 'node:path';
import { realWorld, type World } from '@bosh6/base';
import { readConfig } from '../config.js';
import { fail } from '../errors.js';
import type { Blobstore } from './blobstore.js';
import { localBlobstore } from './local-blobstore.js';

const known = ['s3', 'gcs', 'dav'];

/** The blobstore that `config/final.yml` names. Throws `BlobstoreNotConfigured`, `BlobstoreUnsupported`. */
export async function openBlobstore(directory: string, world: World = realWorld()): Promise<Blobstore> {
  const { blobstore } = await readConfig(directory);
  const where = { document: resolve(directory, 'config', 'final.yml'), pointer: '/blobstore' };
  if (blobstore === undefined) {
    throw fail('BlobstoreNotConfigured', 'the release has no blobstore', {
      where,
      hint: 'add `blobstore: {provider: local, options: {blobstore_path: DIRECTORY}}`',
    });
  }
  const { provider, options } = blobstore;
  if (provider !== 'local') {
    throw fail(
      'BlobstoreUnsupported',
      `blobstores of kind '${provider}' are not served by bosh6${known.includes(provider) ? ' yet' : ''}`,
      {
        where,
        hint: 'upload and fetch with the stock `bosh` CLI, which works on the same directory, or use `provider: local`',
      },
    );
  }
  const { blobstore_path: path } = options;
  if (typeof path !== 'string' || path === '')
    throw fail('BlobstoreNotConfigured', "the local blobstore has no 'blobstore_path'", { where, hint: 'name a directory' });
  return localBlobstore(resolve(directory, path), world);
}
