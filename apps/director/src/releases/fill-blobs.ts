import type { CodedError } from '@bosh6/base';
import type { StoredBlob } from '../blobs/blobstore.js';
import { fail } from '../errors.js';
import type { Repositories } from '../persistence/store.js';
import type { TaskContext } from '../tasks/task-handler.js';
import type { BlobBatch } from './blob-batch.js';
import { compiledTwins } from './compiled-twins.js';
import type { UploadPlan } from './plan-upload.js';

/** Blobs that an upload brought, by the name of what they are. */
export interface FilledBlobs {
  packages: Map<string, StoredBlob>;
  jobs: Map<string, StoredBlob>;
  compiled: Map<string, StoredBlob>;
}

/** Stores the files that are wanted: of new packages and jobs, of known ones without source, and with `fix` of all. */
export async function fillBlobs(
  read: Repositories,
  context: TaskContext,
  batch: BlobBatch,
  plan: UploadPlan,
  fix: boolean,
): Promise<FilledBlobs> {
  const filled: FilledBlobs = { packages: new Map(), jobs: new Map(), compiled: new Map() };
  await fillPackages(read, context, batch, plan, fix, filled);
  await fillJobs(context, batch, plan, fix, filled);
  return filled;
}

async function fillPackages(
  read: Repositories,
  context: TaskContext,
  batch: BlobBatch,
  plan: UploadPlan,
  fix: boolean,
  filled: FilledBlobs,
): Promise<void> {
  const { events } = context;
  if (plan.newPackages.length > 0) {
    const stage = events.stage('Creating new packages', plan.newPackages.length);
    for (const entry of plan.newPackages) {
      context.throwIfCancelled();
      await stage.task(`${entry.name}/${entry.version}`, async () => {
        if ('stemcell' in entry) return;
        if (entry.archivePath !== undefined) {
          filled.packages.set(entry.name, await batch.file(entry.archivePath));
          return;
        }
        const twin = (await read.releases.packages.all({ fingerprint: entry.fingerprint })).find((row) => row.blobstoreId !== null);
        if (!twin?.blobstoreId) throw packageMissing(`package '${entry.name}/${entry.version}'`);
        filled.packages.set(entry.name, await batch.copy(twin.blobstoreId));
      });
    }
  }
  if (plan.existingPackages.length > 0) {
    const name = `Processing ${plan.existingPackages.length} existing package${plan.existingPackages.length > 1 ? 's' : ''}`;
    await events.stage(name, 1).task(name, async () => {
      for (const { row, entry } of plan.existingPackages) {
        if ('stemcell' in entry || entry.archivePath === undefined) continue;
        if (fix || row.blobstoreId === null) filled.packages.set(entry.name, await batch.file(entry.archivePath));
      }
    });
  }
  await fillCompiled(read, context, batch, plan, filled);
}

async function fillCompiled(
  read: Repositories,
  { events }: TaskContext,
  batch: BlobBatch,
  { compiled, existingPackages }: UploadPlan,
  filled: FilledBlobs,
): Promise<void> {
  if (compiled.length === 0) return;
  const stage = events.stage('Creating new compiled packages', compiled.length);
  const twins = await compiledTwins(read, compiled);
  for (const entry of compiled) {
    const title = `${entry.name}/${entry.version} for ${entry.stemcell.os}/${entry.stemcell.version}`;
    await stage.task(title, async () => {
      if (entry.archivePath !== undefined) {
        filled.compiled.set(entry.name, await batch.file(entry.archivePath));
        return;
      }
      const known = twins.get(entry.name) ?? [];
      const [twin] = known;
      if (twin === undefined) throw packageMissing(`compiled package '${title}'`);
      const own = existingPackages.find((one) => one.entry === entry)?.row.id;
      if (known.every(({ packageId }) => packageId !== own)) filled.compiled.set(entry.name, await batch.copy(twin.blobstoreId));
    });
  }
}

function packageMissing(what: string): CodedError {
  return fail('ReleasePackageMissing', `the release has no file for ${what}, and the Director does not have it`);
}

async function fillJobs(context: TaskContext, batch: BlobBatch, plan: UploadPlan, fix: boolean, filled: FilledBlobs): Promise<void> {
  const { events } = context;
  if (plan.newJobs.length > 0) {
    const stage = events.stage('Creating new jobs', plan.newJobs.length);
    for (const entry of plan.newJobs) {
      context.throwIfCancelled();
      await stage.task(`${entry.name}/${entry.version}`, async () => void filled.jobs.set(entry.name, await batch.file(entry.archivePath)));
    }
  }
  if (plan.existingJobs.length === 0) return;
  const name = `Processing ${plan.existingJobs.length} existing job${plan.existingJobs.length > 1 ? 's' : ''}`;
  await events.stage(name, 1).task(name, async () => {
    if (fix) for (const { entry } of plan.existingJobs) filled.jobs.set(entry.name, await batch.file(entry.archivePath));
  });
}
