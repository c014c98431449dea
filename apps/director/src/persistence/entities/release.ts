import { EntitySchema } from 'typeorm';
import type { CompiledPackageRow, ExportedReleaseRow, JobRow, PackageRow, ReleaseRow, ReleaseVersionRow } from '../rows/index.js';

export const releaseEntity = new EntitySchema<ReleaseRow>({
  name: 'Release',
  tableName: 'releases',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    name: { type: 'text' },
  },
});

export const releaseVersionEntity = new EntitySchema<ReleaseVersionRow>({
  name: 'ReleaseVersion',
  tableName: 'release_versions',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    releaseId: { type: 'integer', name: 'release_id' },
    version: { type: 'text' },
    commitHash: { type: 'text', name: 'commit_hash' },
    uncommittedChanges: { type: 'boolean', name: 'uncommitted_changes' },
    updateCompleted: { type: 'boolean', name: 'update_completed' },
    packageIds: { type: 'simple-json', name: 'package_ids' },
    jobIds: { type: 'simple-json', name: 'job_ids' },
  },
});

export const packageEntity = new EntitySchema<PackageRow>({
  name: 'Package',
  tableName: 'packages',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    releaseId: { type: 'integer', name: 'release_id' },
    name: { type: 'text' },
    version: { type: 'text' },
    fingerprint: { type: 'text' },
    blobstoreId: { type: 'text', name: 'blobstore_id', nullable: true },
    sha1: { type: 'text', nullable: true },
    dependencies: { type: 'simple-json' },
  },
});

export const jobEntity = new EntitySchema<JobRow>({
  name: 'Job',
  tableName: 'jobs',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    releaseId: { type: 'integer', name: 'release_id' },
    name: { type: 'text' },
    version: { type: 'text' },
    fingerprint: { type: 'text' },
    blobstoreId: { type: 'text', name: 'blobstore_id' },
    sha1: { type: 'text' },
    spec: { type: 'simple-json' },
  },
});

export const compiledPackageEntity = new EntitySchema<CompiledPackageRow>({
  name: 'CompiledPackage',
  tableName: 'compiled_packages',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    packageId: { type: 'integer', name: 'package_id' },
    stemcellOs: { type: 'text', name: 'stemcell_os' },
    stemcellVersion: { type: 'text', name: 'stemcell_version' },
    dependencyKey: { type: 'text', name: 'dependency_key' },
    build: { type: 'integer' },
    blobstoreId: { type: 'text', name: 'blobstore_id' },
    sha1: { type: 'text' },
  },
});

export const exportedReleaseEntity = new EntitySchema<ExportedReleaseRow>({
  name: 'ExportedRelease',
  tableName: 'exported_releases',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    blobstoreId: { type: 'text', name: 'blobstore_id' },
  },
});
