import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDigest } from '@bosh6/formats/archives';
import { openBlobstore } from '../blobstore/open-blobstore.js';
import { fail } from '../errors.js';
import { addArchive, findArchive, type IndexEntry } from '../indexes/archive-index.js';
import type { Workshop } from '../workshop.js';
import { buildArchive } from './build-archive.js';
import type { Resource } from './resource.js';

/** A resource whose archive is a file. */
export interface Archived {
  resource: Resource;
  path: string;
  digest: string;
}

/**
 * The archive of a resource: of the dev builds, of the final builds, else built now and recorded among the dev builds. Throws `ArchiveMissing`
 * for one that cannot be built here, and those of the blobstore.
 */
export async function obtainArchive(workshop: Workshop, resource: Resource): Promise<Archived> {
  const { directory, cache, report } = workshop;
  const { kind, name, fingerprint, files } = resource;
  const dev = await findArchive(directory, 'dev', kind, name, fingerprint);
  const cached = dev === undefined ? undefined : await cache.find(dev.digest);
  if (dev !== undefined && cached !== undefined) return { resource, path: cached, digest: dev.digest };
  const final = await findFinal(workshop, resource);
  if (final !== undefined) return final;
  const archive = `${name}/${fingerprint}`;
  if (files === undefined) {
    throw fail('ArchiveMissing', `there is no archive of ${kind} '${archive}'`, {
      hint: 'it is neither among the final builds nor can it be made here: take the directory with its .final_builds, or vendor it again',
    });
  }
  const work = await mkdtemp(join(tmpdir(), 'bosh6-archive-'));
  try {
    const built = join(work, 'archive.tgz');
    const digest = await buildArchive(directory, { ...resource, files }, built);
    report({ event: 'adding', kind, archive });
    const path = await cache.put(built, digest);
    await addArchive(directory, 'dev', kind, name, fingerprint, { digest });
    report({ event: 'added', kind, archive });
    return { resource, path, digest };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The archive among the final builds; fetched when the cache lacks it. Undefined when none is recorded. */
export async function findFinal(workshop: Workshop, resource: Resource): Promise<Archived | undefined> {
  const { kind, name, fingerprint } = resource;
  const entry = await findArchive(workshop.directory, 'final', kind, name, fingerprint);
  if (entry === undefined) return undefined;
  const path = (await workshop.cache.find(entry.digest)) ?? (await fetchArchive(workshop, `${name}/${fingerprint}`, entry));
  return { resource, path, digest: entry.digest };
}

async function fetchArchive({ directory, cache, report, world }: Workshop, archive: string, { digest, id }: IndexEntry): Promise<string> {
  if (id === undefined)
    throw fail('ArchiveMissing', `final archive '${archive}' is not in the cache, and its index names no object of the blobstore`);
  const blobstore = await openBlobstore(directory, world);
  const work = await mkdtemp(join(tmpdir(), 'bosh6-archive-'));
  try {
    report({ event: 'archive-download', state: 'started', archive, digest });
    const file = join(work, 'archive.tgz');
    await blobstore.get(id, file);
    await verifyDigest(file, digest, 'file', archive);
    const path = await cache.put(file, digest);
    report({ event: 'archive-download', state: 'finished', archive, digest });
    return path;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
