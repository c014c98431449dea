import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeArchive } from '@bosh6/formats/archives';
import { deleteObsolete } from '../blobs/delete-obsolete.js';
import type { Collaborators } from '../core/collaborators.js';

/** Puts several blobs into one tarball and deletes them. Answers with the tarball's blob id. */
export async function gatherArchives(
  { blobs, log }: Pick<Collaborators, 'blobs' | 'log'>,
  parts: readonly { name: string; blobId: string }[],
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'bosh6-logs-'));
  try {
    const entries = await Promise.all(
      parts.map(async ({ name, blobId }) => {
        const file = join(directory, name);
        await pipeline(blobs.get(blobId), createWriteStream(file, { mode: 0o600 }));
        return { path: name, file, mode: 0o644 };
      }),
    );
    const target = join(directory, 'all.tgz');
    await writeArchive(target, entries, { compress: false });
    const { id } = await blobs.put(createReadStream(target));
    await deleteObsolete(
      blobs,
      parts.map(({ blobId }) => blobId),
      log,
    );
    return id;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
