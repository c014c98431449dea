import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isJsonObject } from '@bosh6/base';
import { emitYaml } from '@bosh6/formats';
import { type ArchiveEntry, writeArchive } from '@bosh6/formats/archives';
import type { StoredBlob } from '../blobs/blobstore.js';
import type { Scope } from '../engine/scope.js';
import type { CompiledRelease } from './compile-release.js';

/** Puts a compiled release into the blobstore, as a tarball like those that can be uploaded. */
export async function writeTarball(scope: Scope, of: CompiledRelease, dir: string): Promise<StoredBlob> {
  const { store, blobs } = scope.collaborators;
  const [version] = await store.read.releases.versions.byIds([of.versionId]);
  const jobs = version === undefined ? [] : (await store.read.releases.jobsOf(version)).filter(({ name }) => of.jobs.includes(name));
  const entries: ArchiveEntry[] = [];
  const copy = async (folder: string, name: string, blobId: string): Promise<void> => {
    await mkdir(join(dir, folder), { recursive: true });
    const file = join(dir, folder, `${name}.tgz`);
    await pipeline(blobs.get(blobId), createWriteStream(file));
    entries.push({ path: `${folder}/${name}.tgz`, file });
  };

  const packageStage = scope.task.events.stage('copying packages', of.packages.length);
  for (const { package: pkg, compiled } of of.packages)
    await packageStage.task(`${pkg.name}/${pkg.version}`, () => copy('compiled_packages', pkg.name, compiled.blobstoreId));
  const jobStage = scope.task.events.stage('copying jobs', jobs.length);
  for (const job of jobs) await jobStage.task(`${job.name}/${job.version}`, () => copy('jobs', job.name, job.blobstoreId));

  const manifest = {
    name: of.release.name,
    version: of.release.version,
    commit_hash: version?.commitHash ?? 'unknown',
    uncommitted_changes: version?.uncommittedChanges ?? false,
    compiled_packages: of.packages.map(({ package: { name, version, fingerprint, dependencies }, compiled: { sha1 } }) => {
      return { name, version, fingerprint, sha1, stemcell: `${of.stemcell.os}/${of.stemcell.version}`, dependencies };
    }),
    jobs: jobs.map(({ name, version, fingerprint, sha1, spec }) => {
      return { name, version, fingerprint, sha1, packages: isJsonObject(spec) ? (spec.packages ?? []) : [] };
    }),
  };
  const path = join(dir, 'compiled.tgz');
  await writeArchive(path, [{ path: 'release.MF', text: emitYaml(manifest) }, ...entries]);
  return blobs.put(createReadStream(path));
}
