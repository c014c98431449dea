import type { Json } from '@bosh6/base';
import type { ReleaseContents } from '@bosh6/formats/archives';
import { dependencyKey } from '@bosh6/plan';
import { passBlobs } from '../blobs/pass-blobs.js';
import { fail } from '../errors.js';
import type { PackageRow, PassingBlobRow } from '../persistence/rows/index.js';
import type { Repositories, Store } from '../persistence/store.js';
import type { FilledBlobs } from './fill-blobs.js';
import type { UploadPlan } from './plan-upload.js';

/** Makes the upload visible, all at once. Answers with the blobs that nothing else names any more. */
export function storeUpload(
  store: Store,
  contents: ReleaseContents,
  version: string,
  plan: UploadPlan,
  filled: FilledBlobs,
): Promise<PassingBlobRow[]> {
  const { manifest } = contents;
  return store.write(async (tx) => {
    const obsolete: string[] = [];
    const release = (await tx.releases.find({ name: manifest.name })) ?? (await tx.releases.insert({ name: manifest.name }));
    const packages = await storePackages(tx, release.id, plan, filled, obsolete);
    const jobIds: number[] = [];
    for (const entry of plan.newJobs) {
      const blob = needed(filled.jobs.get(entry.name), entry.name);
      const { name, version: own, fingerprint, spec } = entry;
      const row = await tx.releases.jobs.insert({
        releaseId: release.id,
        name,
        version: own,
        fingerprint,
        spec: spec as unknown as Json,
        blobstoreId: blob.id,
        sha1: blob.sha1,
      });
      jobIds.push(row.id);
    }
    for (const { row, entry } of plan.existingJobs) {
      jobIds.push(row.id);
      const blob = filled.jobs.get(entry.name);
      if (blob === undefined) continue;
      await tx.releases.jobs.update({ id: row.id }, { blobstoreId: blob.id, sha1: blob.sha1, spec: entry.spec as unknown as Json });
      obsolete.push(row.blobstoreId);
    }
    const packageIds = packages.map((row) => row.id);
    const before = await tx.releases.versions.find({ releaseId: release.id, version });
    if (before === undefined) {
      const { commitHash, uncommittedChanges } = manifest;
      await tx.releases.versions.insert({
        releaseId: release.id,
        version,
        commitHash,
        uncommittedChanges,
        updateCompleted: true,
        packageIds,
        jobIds,
      });
    } else await tx.releases.versions.update({ id: before.id }, { updateCompleted: true, packageIds, jobIds });
    await storeCompiled(tx, contents, packages, filled, obsolete);
    return passBlobs(tx, obsolete);
  });
}

async function storePackages(
  tx: Repositories,
  releaseId: number,
  plan: UploadPlan,
  filled: FilledBlobs,
  obsolete: string[],
): Promise<PackageRow[]> {
  const rows: PackageRow[] = [];
  for (const { name, version, fingerprint, dependencies } of plan.newPackages) {
    const blob = filled.packages.get(name);
    rows.push(
      await tx.releases.packages.insert({
        releaseId,
        name,
        version,
        fingerprint,
        dependencies,
        blobstoreId: blob?.id ?? null,
        sha1: blob?.sha1 ?? null,
      }),
    );
  }
  for (const { row, entry } of plan.existingPackages) {
    const blob = filled.packages.get(entry.name);
    rows.push(row);
    if (blob === undefined) continue;
    await tx.releases.packages.update({ id: row.id }, { blobstoreId: blob.id, sha1: blob.sha1 });
    if (row.blobstoreId === null) continue;
    // What was compiled from the replaced source is not trusted any more.
    for (const old of await tx.compiledPackages.all({ packageId: row.id })) obsolete.push(old.blobstoreId);
    await tx.compiledPackages.delete({ packageId: row.id });
    obsolete.push(row.blobstoreId);
  }
  return rows;
}

async function storeCompiled(
  tx: Repositories,
  contents: ReleaseContents,
  packages: PackageRow[],
  filled: FilledBlobs,
  obsolete: string[],
): Promise<void> {
  const { manifest, compiledPackages } = contents;
  const all = packages.map((row) => ({
    id: row.id,
    release: manifest.name,
    name: row.name,
    version: row.version,
    fingerprint: row.fingerprint,
    sha1: row.sha1 ?? '',
    dependencies: row.dependencies,
  }));
  for (const entry of compiledPackages) {
    const blob = filled.compiled.get(entry.name);
    const own = all.find((one) => one.name === entry.name);
    if (blob === undefined || own === undefined) continue;
    const identity = {
      packageId: own.id,
      stemcellOs: entry.stemcell.os,
      stemcellVersion: entry.stemcell.version,
      dependencyKey: dependencyKey(own, all),
    };
    if ((await tx.compiledPackages.find(identity)) !== undefined) obsolete.push(blob.id);
    else await tx.compiledPackages.insert({ ...identity, build: 1, blobstoreId: blob.id, sha1: blob.sha1 });
  }
}

function needed<T>(blob: T | undefined, name: string): T {
  if (blob === undefined) throw fail('Internal', `job '${name}' was to be stored without a blob`);
  return blob;
}
