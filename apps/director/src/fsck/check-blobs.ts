import type { FsckFinding } from '@bosh6/director-api';
import type { Blobstore } from '../blobs/blobstore.js';
import type { Store } from '../persistence/store.js';
import type { TaskContext } from '../tasks/task-handler.js';
import { finding } from './finding.js';

interface NamedBlob {
  readonly id: string;
  readonly what: string;
  readonly advice: string;
}

/** Every blob that the database names is there; one whose row has gone meanwhile, too, is nobody's. */
export async function checkBlobs(
  store: Store,
  blobs: Pick<Blobstore, 'exists'>,
  task: Pick<TaskContext, 'throwIfCancelled'>,
): Promise<FsckFinding[]> {
  const missing: NamedBlob[] = [];
  for (const blob of await namedBlobs(store)) {
    task.throwIfCancelled();
    if (!(await blobs.exists(blob.id))) missing.push(blob);
  }
  if (missing.length === 0) return [];
  const named = new Set((await namedBlobs(store)).map(({ id }) => id));
  return missing
    .filter(({ id }) => named.has(id))
    .map(({ id, what, advice }) => finding('broken', 'blob_missing', id, `the blob of ${what} is not there any more`, advice));
}

async function namedBlobs({ read }: Store): Promise<NamedBlob[]> {
  const { releases, compiledPackages, exportedReleases, dns } = read;
  const named: NamedBlob[] = [];
  const add = (id: string | null, what: string, advice: string): void => void (id === null || named.push({ id, what, advice }));
  const uploadAgain = 'upload its release again with `--fix`';
  for (const { blobstoreId, name, version } of await releases.packages.all()) add(blobstoreId, `package ${name}/${version}`, uploadAgain);
  for (const { blobstoreId, name, version } of await releases.jobs.all()) add(blobstoreId, `job ${name}/${version}`, uploadAgain);
  for (const { blobstoreId, id } of await compiledPackages.all()) add(blobstoreId, `compiled package ${id}`, uploadAgain);
  for (const { blobstoreId, id } of await exportedReleases.all()) add(blobstoreId, `exported release ${id}`, 'export it again');
  for (const { blobstoreId, id } of await dns.blobs.all())
    add(blobstoreId, `DNS records, version ${id}`, 'deploy anything: they are published again');
  return named;
}
