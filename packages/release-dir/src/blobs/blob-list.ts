import { join, resolve } from 'node:path';
import { isJsonObject } from '@bosh6/base';
import { compareGoKeys, emitYaml } from '@bosh6/formats';
import { entryPath } from '@bosh6/formats/archives';
import { byBytes } from '../build/files-below.js';
import { fail } from '../errors.js';
import { placeInside } from '../place.js';
import { readMap } from '../read-text-file.js';
import { writeWhole } from '../write-whole.js';

/** A line of `config/blobs.yml`. */
export interface Blob {
  /** Below `blobs/`. */
  path: string;
  size: number;
  /** Of the blobstore; absent until it is uploaded. */
  id?: string;
  digest: string;
}

/** Reads `config/blobs.yml`, by path; no file is no blobs. Throws `UnsafePath`, `InvalidReleaseDirectory`. */
export async function listBlobs(releaseDir: string): Promise<Blob[]> {
  const document = join(resolve(releaseDir), 'config', 'blobs.yml');
  const listed = await readMap(document);
  const blobs = Object.entries(listed).map(([path, record]): Blob => {
    checkBlobPath(path, document);
    if (!isJsonObject(record) || typeof record.sha !== 'string')
      throw fail('InvalidReleaseDirectory', `blob '${path}' has no 'sha'`, { where: { document, pointer: `/${path}` } });
    const { size, sha: digest, object_id: id } = record;
    return { path, size: Number(size ?? 0), digest, ...(typeof id === 'string' && id !== '' ? { id } : {}) };
  });
  return blobs.sort((a, b) => byBytes(a.path, b.path));
}

/** The path of a blob below `blobs/`, as it is written. Throws `UnsafePath`. */
export function checkBlobPath(path: string, document: string): void {
  if (entryPath(path) === path && path !== '') return;
  throw fail('UnsafePath', `'${path}' is no path below blobs/`, { where: { document }, hint: 'write it relative, without . and ..' });
}

/** Writes `config/blobs.yml` as the original CLI does. */
export async function saveBlobs(directory: string, blobs: readonly Blob[]): Promise<void> {
  const sorted = [...blobs].sort((a, b) => compareGoKeys(a.path, b.path));
  // One by one: a JavaScript object would put paths that are numbers in front.
  const texts = sorted.map(({ path, size, id, digest }) =>
    emitYaml({ [path]: { size, ...(id === undefined ? {} : { object_id: id }), sha: digest } }, { sortKeys: false, like: 'go' }),
  );
  await writeWhole(await placeInside(directory, 'config/blobs.yml'), texts.join('') || '{}\n');
}
