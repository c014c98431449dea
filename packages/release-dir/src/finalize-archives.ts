import type { Blobstore } from './blobstore/blobstore.js';
import { openBlobstore } from './blobstore/open-blobstore.js';
import { type Archived, findFinal } from './build/obtain-archive.js';
import { addArchive, findArchive } from './indexes/archive-index.js';
import type { Workshop } from './workshop.js';

/** Opens the blobstore when one of these archives has to be stored there; so that what cannot be finished is not begun. */
export async function blobstoreFor({ directory, world }: Workshop, archived: readonly Archived[]): Promise<Blobstore | undefined> {
  for (const { resource } of archived) {
    const { kind, name, fingerprint } = resource;
    if ((await findArchive(directory, 'final', kind, name, fingerprint)) === undefined) return openBlobstore(directory, world);
  }
  return undefined;
}

/** Puts archives among the final builds; where one with the fingerprint is there already, it takes its place. */
export async function finalizeArchives(
  workshop: Workshop,
  archived: readonly Archived[],
  blobstore: Blobstore | undefined,
): Promise<Archived[]> {
  const final: Archived[] = [];
  for (const one of archived) final.push((await findFinal(workshop, one.resource)) ?? (await store(workshop, one, blobstore)));
  return final;
}

async function store({ directory, cache, report, world }: Workshop, one: Archived, opened: Blobstore | undefined): Promise<Archived> {
  const { resource, path, digest } = one;
  const { kind, name, fingerprint } = resource;
  const archive = `${name}/${fingerprint}`;
  const blobstore = opened ?? (await openBlobstore(directory, world));
  report({ event: 'adding', kind, archive });
  const cached = await cache.put(path, digest);
  report({ event: 'archive-upload', state: 'started', archive, digest });
  const id = await blobstore.create(cached);
  report({ event: 'archive-upload', state: 'finished', archive, digest });
  await addArchive(directory, 'final', kind, name, fingerprint, { digest, id });
  report({ event: 'added', kind, archive });
  return { ...one, path: cached };
}
