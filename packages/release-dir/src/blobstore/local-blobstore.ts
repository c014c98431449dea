import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '@bosh6/base';
import { entryPath } from '@bosh6/formats/archives';
import { fail } from '../errors.js';
import { copyWhole } from '../write-whole.js';
import type { Blobstore } from './blobstore.js';

/** A directory with a file an object, named by its id. */
export function localBlobstore(root: string, world: World): Blobstore {
  return {
    async get(id, to) {
      if (entryPath(id) !== id || id === '') throw fail('UnsafePath', `blobstore id '${id}' leads out of '${root}'`);
      try {
        await copyFile(join(root, id), to);
      } catch (cause) {
        throw fail('BlobMissing', `object '${id}' cannot be read from the blobstore '${root}'`, {
          where: { document: join(root, id) },
          hint: 'is it the blobstore that it was uploaded to?',
          cause,
        });
      }
    },
    async create(file) {
      const id = world.uuid();
      await mkdir(root, { recursive: true, mode: 0o750 });
      await copyWhole(file, join(root, id), 0o600);
      return id;
    },
  };
}
