import type { FsckFinding } from '@bosh6/director-api';
import type { Blobstore } from '../blobs/blobstore.js';
import type { Store } from '../persistence/store.js';
import { finding } from './finding.js';

/** Every blob that the database names is there. */
export async function checkBlobs(store: Store, blobs: Blobstore): Promise<FsckFinding[]> {
  const { releases, compiledPackages, exportedReleases, dns } = store.read;
  const named: [string | null, string, string][] = [];
  const uploadAgain = 'upload its release again with `--fix`';
  for (const { blobstoreId, name, version } of await releases.packages.all())
    named.push([blobstoreId, `package ${name}/${version}`, uploadAgain]);
  for (const { blobstoreId, name, version } of await releases.jobs.all()) named.push([blobstoreId, `job ${name}/${version}`, uploadAgain]);
  for (const { blobstoreId, id } of await compiledPackages.all()) named.push([blobstoreId, `compiled package ${id}`, uploadAgain]);
  for (const { blobstoreId, id } of await exportedReleases.all()) named.push([blobstoreId, `exported release ${id}`, 'export it again']);
  for (const { blobstoreId, id } of await dns.blobs.all())
    named.push([blobstoreId, `DNS records, version ${id}`, 'deploy anything: they are published again']);
  const found: FsckFinding[] = [];
  for (const [id, what, advice] of named) {
    if (id !== null && !(await blobs.exists(id)))
      found.push(finding('broken', 'blob_missing', id, `the blob of ${what} is not there any more`, advice));
  }
  return found;
}
