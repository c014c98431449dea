import { resolve } from 'node:path';
import type { ReleaseManifest } from '@bosh6/formats';
import { type Digests, type ReleaseArchives, writeRelease } from '@bosh6/formats/archives';
import { syncBlobs } from './blobs/sync-blobs.js';
import { type Archived, obtainArchive } from './build/obtain-archive.js';
import { readDirectory } from './build/read-directory.js';
import { nameOf, readConfig } from './config.js';
import type { Authoring } from './events.js';
import { blobstoreFor, finalizeArchives } from './finalize-archives.js';
import { committedState } from './git-state.js';
import { recordedVersions, recordRelease, type Stage, versionTaken } from './indexes/release-index.js';
import { checkName } from './place.js';
import { releaseOf } from './release-archives.js';
import { checkVersion, nextDevVersion, nextFinalVersion } from './versions.js';
import { type Workshop, workshopOf } from './workshop.js';

export interface CreateOptions extends Authoring {
  /** Else `config/final.yml`'s. */
  name?: string;
  /** Else the next one. */
  version?: string;
  /** The next dev version has the time instead of a number. */
  timestampVersion?: boolean;
  /** A final release too. */
  final?: boolean;
  /** Go on with uncommitted changes. */
  force?: boolean;
  /** Where to write the tarball, with `((name))` and `((version))`; none is written when absent. */
  tarball?: string;
  /** Else asked of git. */
  commitHash?: string;
}

export interface AuthoredRelease {
  manifest: ReleaseManifest;
  tarball?: { path: string } & Digests;
}

/**
 * `create-release`: archives every job and package of a release directory, records the dev release, and with `final` the final one; writes the
 * tarball when asked. The same content, name, version and commit give the same bytes. Throws `InvalidReleaseDirectory`, `DirtyRepository`,
 * `ReleaseVersionTaken`, `UnsafePath`, and those of blobs and blobstores.
 */
export async function createRelease(releaseDir: string, options: CreateOptions = {}): Promise<AuthoredRelease> {
  const workshop = workshopOf(releaseDir, options);
  const { directory, report } = workshop;
  const config = await readConfig(directory);
  const name = options.name === undefined ? nameOf(config, directory) : checkName(options.name, 'release');
  const version = await versionOf(workshop, name, options);
  const { commitHash, force = false } = options;
  const git = commitHash === undefined ? await committedState(directory, force) : { commit: commitHash, changes: [] };
  const resources = await readDirectory(directory, await syncBlobs(directory, options));
  const archived: Archived[] = [];
  for (const resource of resources) archived.push(await obtainArchive(workshop, resource));
  const blobstore = options.final === true ? await blobstoreFor(workshop, archived) : undefined;

  const { noCompression } = config;
  const identity = { name, version, commitHash: git.commit, uncommittedChanges: git.changes.length > 0, noCompression };
  const dev = releaseOf(identity, archived);
  await record(workshop, 'dev', dev.manifest);
  const packed = resources.filter((resource) => resource.noCompression === true).map((resource) => resource.name);
  if (packed.length > 0 && !noCompression) report({ event: 'compression-mismatch', packages: packed });
  if (options.final !== true) return written(dev, options.tarball);

  const final = options.version ?? nextFinalVersion(await recordedVersions(directory, 'final', name));
  const release = releaseOf({ ...identity, version: final }, await finalizeArchives(workshop, archived, blobstore));
  await record(workshop, 'final', release.manifest);
  return written(release, options.tarball);
}

/** Records a release and tells of it. */
export async function record({ directory, report, world }: Workshop, index: Stage, manifest: ReleaseManifest): Promise<void> {
  await recordRelease(directory, index, manifest, world.uuid());
  report({ event: 'release-added', index, name: manifest.name, version: manifest.version });
}

/** Writes the tarball, when one is asked for. */
export async function written(release: ReleaseArchives, tarball: string | undefined): Promise<AuthoredRelease> {
  const { manifest } = release;
  if (tarball === undefined) return { manifest };
  const path = resolve(tarball.replaceAll('((name))', manifest.name).replaceAll('((version))', manifest.version));
  return { manifest, tarball: { path, ...(await writeRelease(path, release)) } };
}

async function versionOf({ directory, world }: Workshop, name: string, options: CreateOptions): Promise<string> {
  const [dev, final] = [await recordedVersions(directory, 'dev', name), await recordedVersions(directory, 'final', name)];
  const { version } = options;
  if (version === undefined)
    return nextDevVersion([...dev, ...final], options.timestampVersion === true ? Math.floor(world.now() / 1000) : undefined);
  checkVersion(version);
  if (dev.includes(version)) throw versionTaken('dev', name, version);
  if (options.final === true && final.includes(version)) throw versionTaken('final', name, version);
  return version;
}
