import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeArchive } from '@bosh6/formats/archives';
import { deletePassing } from '../blobs/delete-passing.js';
import type { Collaborators } from '../core/collaborators.js';
import type { PassingBlobRow } from '../persistence/rows/index.js';
import { nameBundle } from './name-bundle.js';

/** Puts several bundles into one tarball and deletes them. Answers with the tarball's blob id. */
export async function gatherArchives(
  collaborators: Pick<Collaborators, 'store' | 'blobs' | 'world' | 'log'>,
  parts: readonly { name: string; bundle: PassingBlobRow }[],
): Promise<string> {
  const { blobs } = collaborators;
  const directory = await mkdtemp(join(tmpdir(), 'bosh6-logs-'));
  try {
    const entries = await Promise.all(
      parts.map(async ({ name, bundle }) => {
        const file = join(directory, name);
        await pipeline(blobs.get(bundle.blobstoreId), createWriteStream(file, { mode: 0o600 }));
        return { path: name, file, mode: 0o644 };
      }),
    );
    const target = join(directory, 'all.tgz');
    await writeArchive(target, entries, { compress: false });
    const { blobstoreId } = await nameBundle(collaborators);
    await blobs.put(createReadStream(target), { id: blobstoreId });
    await deletePassing(
      collaborators,
      parts.map(({ bundle }) => bundle),
    );
    return blobstoreId;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
