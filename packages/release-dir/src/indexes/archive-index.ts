import { join, resolve } from 'node:path';
import { isJsonObject, type JsonObject } from '@bosh6/base';
import { placeInside } from '../place.js';
import { readMap } from '../read-text-file.js';
import { writeWhole } from '../write-whole.js';
import { emitIndex, type Stage } from './release-index.js';

export type ArchiveKind = 'job' | 'package' | 'license';

/** Where an archive is: in the cache by its digest, in the blobstore by its id. */
export interface IndexEntry {
  digest: string;
  /** Final archives only. */
  id?: string;
}

/** What `.dev_builds` or `.final_builds` says of a fingerprint. */
export async function findArchive(
  directory: string,
  stage: Stage,
  kind: ArchiveKind,
  name: string,
  fingerprint: string,
): Promise<IndexEntry | undefined> {
  const entries = Object.values(await entriesOf(directory, indexPath(stage, kind, name))).filter(isJsonObject);
  const found = entries.find(({ version }) => String(version) === fingerprint);
  if (typeof found?.sha1 !== 'string') return undefined;
  return { digest: found.sha1, ...(typeof found.blobstore_id === 'string' ? { id: found.blobstore_id } : {}) };
}

/** Records an archive; a line that the fingerprint has already is replaced. */
export async function addArchive(
  directory: string,
  stage: Stage,
  kind: ArchiveKind,
  name: string,
  fingerprint: string,
  { digest, id }: IndexEntry,
): Promise<void> {
  const path = indexPath(stage, kind, name);
  const others = Object.entries(await entriesOf(directory, path)).filter(
    ([, entry]) => isJsonObject(entry) && String(entry.version) !== fingerprint,
  );
  const entry = { version: fingerprint, ...(id === undefined ? {} : { blobstore_id: id }), sha1: digest };
  await writeWhole(await placeInside(directory, path), emitIndex({ ...Object.fromEntries(others), [fingerprint]: entry }));
}

function indexPath(stage: Stage, kind: ArchiveKind, name: string): string {
  return `.${stage}_builds/${kind === 'license' ? 'license' : `${kind}s/${name}`}/index.yml`;
}

async function entriesOf(directory: string, path: string): Promise<JsonObject> {
  const { builds } = await readMap(join(resolve(directory), path));
  return isJsonObject(builds) ? builds : {};
}
