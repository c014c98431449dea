import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { isJsonObject, type JsonObject, realWorld } from '@bosh6/base';
import { fail } from '../../errors.js';
import type { ReleaseManifest } from '../../release/release-manifest.js';
import { isVersion } from '../../release/version.js';
import { emitYaml } from '../../yaml/emit-yaml.js';
import type { DevRelease, DevReleaseOptions } from '../types.js';
import { type ArchiveEntry, writeArchive } from '../write-archive.js';
import { readBlobs } from './blobs.js';
import { nextDevVersion, recordDevRelease, recordedVersions } from './dev-releases.js';
import { gitState } from './git-state.js';
import { byBytes, directoriesIn } from './globs.js';
import { jobResource } from './job-resource.js';
import { packageResource } from './package-resource.js';
import { readYamlFile } from './read-text-file.js';
import { archiveEntries, fingerprintOf, type Resource } from './resource.js';

/**
 * `create-release` without `--final`: archives every job and package of a release directory, records the dev release in
 * `dev_releases/`, and writes the tarball when asked. The same content, name, version and commit give the same bytes.
 * Throws `InvalidReleaseDirectory`, `BlobMissing`, `DigestMismatch`, `DirtyRepository`, `InvalidReleaseVersion`.
 */
export async function createDevRelease(releaseDir: string, options: DevReleaseOptions = {}): Promise<DevRelease> {
  const directory = resolve(releaseDir);
  const name = options.name ?? (await nameOf(directory));
  const git = options.commitHash === undefined ? await gitState(directory) : { commit: options.commitHash, changes: [] };
  if (git.changes.length > 0 && options.force !== true) {
    throw fail('DirtyRepository', `'${releaseDir}' has local modifications:\n${git.changes.map((line) => `  ${line}`).join('\n')}`);
  }
  const version = await versionOf(directory, name, options.version);
  const blobs = await readBlobs(directory);
  const jobs: Resource[] = [];
  for (const job of await directoriesIn(join(directory, 'jobs'))) jobs.push(await jobResource(directory, job));
  const packages: Resource[] = [];
  for (const entry of await directoriesIn(join(directory, 'packages'))) packages.push(await packageResource(directory, entry, blobs));
  checkNeeds(jobs, packages);
  const license = await licenseResource(directory);

  const work = await mkdtemp(join(tmpdir(), 'bosh6-release-'));
  try {
    const archives: ArchiveEntry[] = [];
    const archive = async (folder: string, resource: Resource) => {
      const file = join(work, `${folder.replace('/', '-')}${resource.name}.tgz`);
      const { sha256 } = await writeArchive(file, await archiveEntries(resource));
      archives.push({ path: `${folder}${resource.name}.tgz`, file, mode: 0o644 });
      return { version: resource.fingerprint, fingerprint: resource.fingerprint, sha1: `sha256:${sha256}` };
    };
    const manifest: ReleaseManifest = {
      name,
      version,
      commitHash: git.commit,
      uncommittedChanges: git.changes.length > 0,
      jobs: [],
      packages: [],
      noCompression: false,
    };
    for (const job of jobs) manifest.jobs.push({ name: job.name, ...(await archive('jobs/', job)), packages: job.needs });
    for (const entry of packages)
      manifest.packages.push({ name: entry.name, ...(await archive('packages/', entry)), dependencies: entry.needs });
    if (license !== undefined) {
      manifest.license = await archive('', license);
      archives.push(...license.files.map(({ path, file }) => ({ path, file, mode: 0o644 })));
    }
    const wire = wireOf(manifest);
    const result: DevRelease = { manifest };
    if (options.tarball !== undefined) {
      const path = resolve(options.tarball.replaceAll('((name))', name).replaceAll('((version))', version));
      result.tarball = { path, ...(await writeArchive(path, [{ path: 'release.MF', text: emitYaml(wire) }, ...archives])) };
    }
    await recordDevRelease(directory, name, version, wire, (options.world ?? realWorld()).uuid());
    return result;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function nameOf(directory: string): Promise<string> {
  const final = (await readYamlFile(join(directory, 'config', 'final.yml')))?.value;
  const name = isJsonObject(final) ? (final.name ?? final.final_name) : undefined;
  return typeof name === 'string' ? name : basename(directory).replace(/-release$/, '');
}

async function versionOf(directory: string, name: string, wanted: string | undefined): Promise<string> {
  const recorded = [...(await recordedVersions(directory, 'dev_releases', name)), ...(await recordedVersions(directory, 'releases', name))];
  if (wanted === undefined) return nextDevVersion(recorded);
  if (!isVersion(wanted))
    throw fail('InvalidReleaseVersion', `'${wanted}' is not a release version`, { hint: 'RELEASE[-PRE][+POST], such as 1.2 or 1.2+dev.3' });
  if (recorded.includes(wanted))
    throw fail('InvalidReleaseVersion', `release '${name}' has a version '${wanted}' already`, {
      hint: 'choose another, or leave --version out',
    });
  return wanted;
}

function checkNeeds(jobs: readonly Resource[], packages: readonly Resource[]): void {
  const names = new Set(packages.map((entry) => entry.name));
  if (jobs.length + packages.length === 0)
    throw fail('InvalidReleaseDirectory', 'there are neither jobs nor packages', { hint: 'is this a release directory?' });
  for (const [kind, resources] of [
    ['job', jobs],
    ['package', packages],
  ] as const) {
    for (const resource of resources) {
      const missing = resource.needs.find((need) => !names.has(need));
      if (missing !== undefined)
        throw fail('InvalidReleaseDirectory', `${kind} '${resource.name}' needs package '${missing}', which is not below packages/`);
    }
  }
}

async function licenseResource(directory: string): Promise<Resource | undefined> {
  const names = (await readdir(directory)).filter((name) => /^(LICENSE|NOTICE)/.test(name)).sort(byBytes);
  if (names.length === 0) return undefined;
  const files = names.map((path) => ({ path, file: join(directory, path), ignoreMode: true }));
  return { name: 'license', fingerprint: await fingerprintOf(files, []), files, needs: [] };
}

function wireOf(manifest: ReleaseManifest): JsonObject {
  const { commitHash, uncommittedChanges, license, jobs, packages, name, version } = manifest;
  const entries = <T extends object>(list: T[]): JsonObject[] => list.map((entry) => ({ ...entry }) as JsonObject);
  return {
    name,
    version,
    commit_hash: commitHash,
    uncommitted_changes: uncommittedChanges,
    jobs: entries(jobs),
    packages: entries(packages),
    ...(license === undefined ? {} : { license: { ...license } }),
  };
}
