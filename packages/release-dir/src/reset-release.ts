import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** `reset-release`: deletes what was made here and fetched: dev releases, their builds, blobs. A link is deleted, not what it points to. */
export async function resetRelease(releaseDir: string): Promise<void> {
  for (const folder of ['.dev_builds', 'dev_releases', '.blobs', 'blobs'])
    await rm(join(resolve(releaseDir), folder), { recursive: true, force: true });
}
