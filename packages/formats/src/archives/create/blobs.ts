import { copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError, isJsonObject, type Json } from '@bosh6/base';
import { fail } from '../../errors.js';
import { checkShape } from '../../shape/check-shape.js';
import { map, text } from '../../shape/schemas.js';
import { verifyDigest } from '../digest.js';
import { entryPath } from '../entry-path.js';
import { readYamlFile } from './read-text-file.js';

/** The blobs of a release directory: listed in `config/blobs.yml`, kept in `blobs/`. */
export interface Blobs {
  readonly paths: readonly string[];
  /** The file of a blob, its digest checked; fetched from a `local` blobstore when it is not there. Throws `BlobMissing`. */
  fileOf(path: string): Promise<string>;
}

/** Reads `config/blobs.yml`; no file is no blobs. */
export async function readBlobs(directory: string): Promise<Blobs> {
  const document = await readYamlFile(join(directory, 'config', 'blobs.yml'));
  const listed = isJsonObject(document?.value) ? document.value : {};
  for (const path of Object.keys(listed)) {
    if (entryPath(path) !== path)
      throw fail('InvalidReleaseDirectory', `blob path '${path}' leads out of the release`, { where: { document: document?.name ?? '' } });
  }
  return {
    paths: Object.keys(listed).sort(),
    fileOf: async (path) => {
      const record = checkShape(map, listed[path], `/${path}`);
      const file = join(directory, 'blobs', path);
      const digest = checkShape(text, record.sha, '/sha');
      try {
        await verifyDigest(file, digest, 'file', path);
      } catch (error) {
        if (CodedError.is(error) || !(await fetchLocal(directory, record.object_id, file))) {
          throw CodedError.is(error)
            ? error
            : fail('BlobMissing', `blob '${path}' is not in blobs/`, {
                where: { document: file },
                hint: 'put the file there',
                cause: error,
              });
        }
        await verifyDigest(file, digest, 'file', path);
      }
      return file;
    },
  };
}

async function fetchLocal(directory: string, objectId: Json | undefined, file: string): Promise<boolean> {
  const final = (await readYamlFile(join(directory, 'config', 'final.yml')))?.value;
  const blobstore = isJsonObject(final) && isJsonObject(final.blobstore) ? final.blobstore : {};
  const root = isJsonObject(blobstore.options) ? blobstore.options.blobstore_path : undefined;
  if (blobstore.provider !== 'local' || typeof root !== 'string' || typeof objectId !== 'string') return false;
  await mkdir(dirname(file), { recursive: true });
  await copyFile(join(root, objectId), `${file}.partial`);
  await rename(`${file}.partial`, file);
  return true;
}
