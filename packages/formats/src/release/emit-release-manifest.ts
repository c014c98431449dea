import type { JsonObject } from '@bosh6/base';
import { emitYaml } from '../yaml/emit-yaml.js';
import type { ReleaseManifest } from './release-manifest.js';

/** `release.MF`, and the same below `dev_releases/` and `releases/`, byte for byte as the original CLI writes it. */
export function emitReleaseManifest(manifest: ReleaseManifest): string {
  const { name, version, commitHash, uncommittedChanges, jobs, packages, compiledPackages = [], license, noCompression } = manifest;
  const identity = (entry: { version: string; fingerprint: string; sha1: string }): JsonObject => ({
    version: entry.version,
    fingerprint: entry.fingerprint,
    sha1: entry.sha1,
  });
  const list = (key: string, entries: JsonObject[]): JsonObject => (entries.length === 0 ? {} : { [key]: entries });
  const document: JsonObject = {
    name,
    version,
    commit_hash: commitHash,
    uncommitted_changes: uncommittedChanges,
    ...list(
      'jobs',
      jobs.map((job) => ({ name: job.name, ...identity(job), packages: job.packages ?? [] })),
    ),
    ...list(
      'packages',
      packages.map((entry) => ({ name: entry.name, ...identity(entry), dependencies: entry.dependencies })),
    ),
    ...list(
      'compiled_packages',
      compiledPackages.map((entry) => ({
        name: entry.name,
        ...identity(entry),
        stemcell: `${entry.stemcell.os}/${entry.stemcell.version}`,
        dependencies: entry.dependencies,
      })),
    ),
    ...(license === undefined ? {} : { license: identity(license) }),
    no_compression: noCompression,
  };
  return emitYaml(document, { sortKeys: false, like: 'go' });
}
