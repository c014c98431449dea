import type { Json } from '@bosh6/base';
import { z } from 'zod';
import { deletePassing } from '../blobs/delete-passing.js';
import { passBlobs } from '../blobs/pass-blobs.js';
import type { Collaborators } from '../core/collaborators.js';
import { fail } from '../errors.js';
import type { ReleaseRow, ReleaseVersionRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { noteDone } from '../tasks/note-done.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskContext, TaskHandler } from '../tasks/task-handler.js';

const schema = z.object({ name: z.string(), version: z.string().optional(), isDone: z.boolean().default(false) });

export interface DeleteReleasePayload {
  name: string;
  /** All versions when absent. */
  version?: string;
}

type Needed = Pick<Collaborators, 'store' | 'blobs' | 'locks' | 'log'>;

/** Deletes a release, or one version of it with what no other version uses. */
export function deleteReleaseHandler(collaborators: Needed): TaskHandler {
  return {
    type: 'delete_release',
    recover: async () => 'requeue',
    run: async (context, payload: Json) => {
      const { isDone, ...asked } = parsePayload(schema, payload);
      const { name, version } = asked;
      if (isDone) return `/release/${name}`;
      const title = version === undefined ? name : `${name}/${version}`;
      const stage = context.events.stage('Deleting release versions', 1);
      await stage.task(title, () => removeRelease(collaborators, context, name, version, (tx) => noteDone(tx, context.taskId, asked)));
      return `/release/${name}`;
    },
  };
}

/** Deletes a release, or one version of it, and its blobs; `alongside` is part of the transaction. Throws `ReleaseNotFound`, `ReleaseVersionNotFound`, `ReleaseInUse`, `ReleaseVersionInUse`. */
export async function removeRelease(
  collaborators: Needed,
  { taskId }: Pick<TaskContext, 'taskId'>,
  name: string,
  version: string | undefined,
  alongside: (tx: Repositories) => Promise<void> = async () => undefined,
): Promise<void> {
  const { store, locks } = collaborators;
  await locks.withLock(`release:${name}`, taskId, async () => {
    const left = await store.write(async (tx) => {
      const blobIds = await remove(tx, name, version);
      await alongside(tx);
      return passBlobs(tx, blobIds);
    });
    await deletePassing(collaborators, left);
  });
}

/** Answers with the blobs to delete. */
async function remove(tx: Repositories, name: string, version: string | undefined): Promise<string[]> {
  const release = await tx.releases.find({ name });
  if (release === undefined) throw fail('ReleaseNotFound', `there is no release '${name}'`);
  const all = await tx.releases.versions.all({ releaseId: release.id });
  const gone = version === undefined ? all : all.filter((row) => row.version === version);
  if (version !== undefined && gone.length === 0) throw fail('ReleaseVersionNotFound', `release '${name}' has no version '${version}'`);
  await refuseUsed(tx, release, gone, version);
  const stay = all.filter((row) => !gone.includes(row));
  const blobIds: string[] = [];
  const unused = (ids: (row: ReleaseVersionRow) => number[]): number[] => {
    const kept = new Set(stay.flatMap(ids));
    return [...new Set(gone.flatMap(ids))].filter((id) => !kept.has(id));
  };
  for (const row of await tx.releases.packages.byIds(unused((one) => one.packageIds))) {
    if (row.blobstoreId !== null) blobIds.push(row.blobstoreId);
    for (const compiled of await tx.compiledPackages.all({ packageId: row.id })) blobIds.push(compiled.blobstoreId);
    await tx.compiledPackages.delete({ packageId: row.id });
    await tx.releases.packages.delete({ id: row.id });
  }
  for (const row of await tx.releases.jobs.byIds(unused((one) => one.jobIds))) {
    blobIds.push(row.blobstoreId);
    await tx.releases.jobs.delete({ id: row.id });
  }
  for (const row of gone) await tx.releases.versions.delete({ id: row.id });
  if (stay.length === 0) await tx.releases.delete({ id: release.id });
  return blobIds;
}

async function refuseUsed(
  tx: Repositories,
  release: ReleaseRow,
  gone: readonly ReleaseVersionRow[],
  version: string | undefined,
): Promise<void> {
  const users = (await tx.deployments.all())
    .filter((row) => gone.some((one) => row.releaseVersionIds.includes(one.id)))
    .map((row) => row.name);
  if (users.length === 0) return;
  const by = `in use by ${users.join(', ')}`;
  throw version === undefined
    ? fail('ReleaseInUse', `Release '${release.name}' is ${by}`)
    : fail('ReleaseVersionInUse', `Release version '${release.name}/${version}' is ${by}`);
}
