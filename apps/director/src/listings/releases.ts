import { isJsonObject, type Json } from '@bosh6/base';
import type { Release, ReleaseInspection } from '@bosh6/director-api';
import { compareVersions } from '@bosh6/formats';
import { fail } from '../errors.js';
import type { JobRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Releases by name, their complete versions in order. */
export async function listReleases(read: Repositories): Promise<Release[]> {
  const used = new Set((await read.deployments.all()).flatMap((row) => row.releaseVersionIds));
  const releases = (await read.releases.all()).sort((a, b) => (a.name < b.name ? -1 : 1));
  return Promise.all(
    releases.map(async (release): Promise<Release> => {
      const versions = (await read.releases.versions.all({ releaseId: release.id })).sort((a, b) => compareVersions(a.version, b.version));
      const entries = versions.map(async (version) => ({
        version: version.version,
        commit_hash: version.commitHash,
        uncommitted_changes: version.uncommittedChanges,
        currently_deployed: used.has(version.id),
        job_names: (await read.releases.jobsOf(version)).map((job) => job.name).sort(),
      }));
      return { name: release.name, release_versions: await Promise.all(entries) };
    }),
  );
}

/** One version's jobs and packages, with what was compiled of them. Throws `ReleaseNotFound`, `ReleaseVersionNotFound`. */
export async function inspectRelease(read: Repositories, name: string, version: string): Promise<ReleaseInspection> {
  const release = await read.releases.find({ name });
  if (release === undefined) throw fail('ReleaseNotFound', `there is no release '${name}'`);
  const found = await read.releases.findVersion(name, version);
  if (found === undefined) throw fail('ReleaseVersionNotFound', `release '${name}' has no version '${version}'`);
  const packages = await read.releases.packagesOf(found.version);
  const compiled = await read.compiledPackages.allIn(
    'packageId',
    packages.map((row) => row.id),
  );
  return {
    jobs: (await read.releases.jobsOf(found.version)).map((job) => ({
      name: job.name,
      blobstore_id: job.blobstoreId,
      sha1: job.sha1,
      fingerprint: job.fingerprint,
      consumes: links(job, 'consumes'),
      provides: links(job, 'provides'),
    })),
    packages: packages.map((row) => ({
      name: row.name,
      blobstore_id: row.blobstoreId,
      sha1: row.sha1,
      fingerprint: row.fingerprint,
      compiled_packages: compiled
        .filter((one) => one.packageId === row.id)
        .map((one) => ({ stemcell: `${one.stemcellOs}/${one.stemcellVersion}`, sha1: one.sha1, blobstore_id: one.blobstoreId })),
    })),
  };
}

function links(job: JobRow, key: 'consumes' | 'provides'): { name: string; type: string; optional?: boolean }[] {
  const list: Json = isJsonObject(job.spec) ? (job.spec[key] ?? []) : [];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item) => {
    if (!isJsonObject(item) || typeof item.name !== 'string' || typeof item.type !== 'string') return [];
    return [{ name: item.name, type: item.type, ...(item.optional === true ? { optional: true } : {}) }];
  });
}
