import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail } from '../errors.js';
import { parseReleaseManifest } from '../release/parse-release-manifest.js';
import type { ReleaseManifest, ReleasePackage } from '../release/release-manifest.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { digestMismatch, digestStream, parseDigest, verifyDigest } from './digest.js';
import { archiveError, readEntries } from './read-entries.js';
import { readJob } from './read-job.js';
import { readText } from './read-text.js';
import type { Digests, ReleaseContents } from './types.js';

type Folder = 'jobs' | 'packages' | 'compiled_packages';
type Found = Map<string, { path: string } & Digests>;

/**
 * Reads a release tarball, writing its inner archives into `workDir`. Entries of all of them are checked, their digests compared with release.MF.
 * A package without a file is left to the caller (uploads may leave out what the Director has); a job without one is an error.
 * Errors call the archive `name`. Throws `InvalidRelease` (30002), `ReleaseManifestNotFound` (30003), `InvalidReleaseVersion` (30010), `DigestMismatch`, and the job's own.
 */
export async function readRelease(path: string, workDir: string, name: string = path): Promise<ReleaseContents> {
  const { manifest, found } = await unpack(path, workDir, name);
  if (manifest === undefined)
    throw fail('ReleaseManifestNotFound', `release archive '${name}' has no release.MF`, { where: { object: name } });
  checkDependencies(manifest, name);
  const fileOf = async (folder: Folder, entry: { name: string; sha1: string }): Promise<string | undefined> => {
    const file = found.get(`${folder}/${entry.name}`);
    if (file === undefined) return undefined;
    await checkDigest(file, entry.sha1, `${folder}/${entry.name}.tgz`);
    return file.path;
  };
  const jobs: ReleaseContents['jobs'] = [];
  for (const job of manifest.jobs) {
    const archivePath = await fileOf('jobs', job);
    if (archivePath === undefined) throw archiveError('release', name, `has no jobs/${job.name}.tgz, which release.MF lists`);
    const { spec } = await readJob(archivePath, `jobs/${job.name}.tgz`);
    if (spec.name !== job.name) {
      throw fail('JobNameMismatch', `job '${job.name}' of release.MF calls itself '${spec.name}' in its job.MF`, {
        where: { object: `jobs/${job.name}.tgz` },
      });
    }
    jobs.push({ ...job, archivePath, spec });
  }
  const packages = await withFiles('packages', manifest.packages, (entry) => fileOf('packages', entry));
  const compiledPackages = await withFiles('compiled_packages', manifest.compiledPackages ?? [], (entry) =>
    fileOf('compiled_packages', entry),
  );
  const license = found.get('license');
  if (license === undefined || manifest.license === undefined) return { manifest, jobs, packages, compiledPackages };
  await checkDigest(license, manifest.license.sha1, 'license.tgz');
  return { manifest, jobs, packages, compiledPackages, licensePath: license.path };
}

async function unpack(path: string, workDir: string, archive: string): Promise<{ manifest: ReleaseManifest | undefined; found: Found }> {
  const found: Found = new Map();
  let manifest: ReleaseManifest | undefined;
  await readEntries(
    path,
    'release',
    async (entry) => {
      if (entry.path === 'release.MF') {
        manifest = parseReleaseManifest(parseYaml(await readText(entry, 'release', archive), 'release.MF'));
        return;
      }
      const [inner] = /^((jobs|packages|compiled_packages)\/[-0-9A-Za-z_+.]+|license)(?=\.tgz$)/.exec(entry.path) ?? [];
      if (inner === undefined) return;
      if (entry.type !== 'file') throw archiveError('release', archive, `has a ${entry.type} where an archive must be: '${entry.path}'`);
      const target = join(workDir, `${inner}.tgz`);
      await mkdir(dirname(target), { recursive: true });
      found.set(inner, { path: target, ...(await digestStream(entry.body, target)) });
    },
    archive,
  );
  return { manifest, found };
}

async function checkDigest(file: { path: string } & Digests, expected: string, name: string): Promise<void> {
  const { algorithm, hex } = parseDigest(expected);
  if (algorithm === 'sha512') return verifyDigest(file.path, expected, 'file', name);
  if (file[algorithm] !== hex) throw digestMismatch('file', name, `${algorithm}:${file[algorithm]}`, `${algorithm}:${hex}`);
}

async function withFiles<T extends { name: string }>(
  folder: Folder,
  entries: T[],
  fileOf: (entry: T & { sha1: string }) => Promise<string | undefined>,
): Promise<(T & { archivePath?: string })[]> {
  const result: (T & { archivePath?: string })[] = [];
  for (const entry of entries) {
    const archivePath = await fileOf(entry as T & { sha1: string });
    if (archivePath !== undefined) await readEntries(archivePath, 'package', () => undefined, `${folder}/${entry.name}.tgz`);
    result.push(archivePath === undefined ? entry : { ...entry, archivePath });
  }
  return result;
}

function checkDependencies(manifest: ReleaseManifest, path: string): void {
  const packages: ReleasePackage[] = manifest.compiledPackages ?? manifest.packages;
  const byName = new Map(packages.map((entry) => [entry.name, entry]));
  const done = new Set<string>();
  const visit = (entry: ReleasePackage, chain: string[]): void => {
    if (chain.includes(entry.name))
      throw archiveError('release', path, `has packages that need each other: ${[...chain, entry.name].join(' -> ')}`);
    if (done.has(entry.name)) return;
    for (const name of entry.dependencies) {
      const needed = byName.get(name);
      if (needed === undefined)
        throw archiveError('release', path, `has package '${entry.name}', which needs '${name}', which is not in it`);
      visit(needed, [...chain, entry.name]);
    }
    done.add(entry.name);
  };
  for (const entry of packages) visit(entry, []);
}
