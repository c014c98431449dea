import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRelease } from '@bosh6/formats/archives';
import type { Archived } from './build/obtain-archive.js';
import { type AuthoredRelease, record } from './create-release.js';
import { fail } from './errors.js';
import type { Authoring } from './events.js';
import { blobstoreFor, finalizeArchives } from './finalize-archives.js';
import { committedState } from './git-state.js';
import { recordedVersions, versionTaken } from './indexes/release-index.js';
import { resourcesOf } from './pack-release.js';
import { checkName } from './place.js';
import { releaseOf } from './release-archives.js';
import { checkVersion, nextFinalVersion } from './versions.js';
import { workshopOf } from './workshop.js';

export interface FinalizeOptions extends Authoring {
  name?: string;
  /** Else the next final one. */
  version?: string;
  /** Go on with uncommitted changes. */
  force?: boolean;
}

/**
 * `finalize-release`: makes a dev release's tarball a final release of this directory: its archives go to the blobstore and among the final
 * builds. Throws `ReleaseVersionTaken`, `DirtyRepository`, and those of the tarball and the blobstore.
 */
export async function finalizeRelease(releaseDir: string, tarball: string, options: FinalizeOptions = {}): Promise<AuthoredRelease> {
  const workshop = workshopOf(releaseDir, options);
  const work = await mkdtemp(join(tmpdir(), 'bosh6-release-'));
  try {
    const { manifest, jobs, packages, licensePath } = await readRelease(tarball, work);
    const name = checkName(options.name ?? manifest.name, 'release');
    const recorded = await recordedVersions(workshop.directory, 'final', name);
    const version = options.version === undefined ? nextFinalVersion(recorded) : checkVersion(options.version);
    await committedState(workshop.directory, options.force === true);
    if (recorded.includes(version)) throw versionTaken('final', name, version);
    const files = [...jobs, ...packages, ...(licensePath === undefined ? [] : [{ archivePath: licensePath }])];
    const digests = [...manifest.jobs, ...manifest.packages, ...(manifest.license === undefined ? [] : [manifest.license])];
    const archived = resourcesOf(manifest).map((resource, at): Archived => {
      const [path, digest] = [files[at]?.archivePath, digests[at]?.sha1];
      if (path === undefined || digest === undefined)
        throw fail('ArchiveMissing', `'${tarball}' lacks the archive of ${resource.kind} '${resource.name}'`, {
          hint: 'take a whole tarball',
        });
      return { resource, path, digest };
    });
    const blobstore = await blobstoreFor(workshop, archived);
    const final = releaseOf({ ...manifest, name, version }, await finalizeArchives(workshop, archived, blobstore));
    await record(workshop, 'final', final.manifest);
    return { manifest: final.manifest };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
