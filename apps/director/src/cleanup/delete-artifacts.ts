import { z } from 'zod';
import { deletePassing } from '../blobs/delete-passing.js';
import { passBlobs } from '../blobs/pass-blobs.js';
import { deleteOrphanDisk } from '../disks/delete-orphan-disks.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { deleteAllOrphanedVms } from '../orphaned-vms/delete-orphaned-vms.js';
import type { Repositories } from '../persistence/store.js';
import { removeRelease } from '../releases/delete-release.js';
import { removeStemcell } from '../stemcells/delete-stemcell.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import {
  type CleanupOptions,
  compiledForNone,
  logBundles,
  supersededRecords,
  unusedReleases,
  unusedStemcells,
} from './cleanable-artifacts.js';

const schema = z.object({ removeAll: z.boolean(), keepOrphanedDisks: z.boolean() });
export type DeleteArtifactsPayload = z.infer<typeof schema>;

/** `bosh clean-up`: deletes what nobody uses, one kind after the other; what fails ends the task, and the next one goes on from there. */
export function deleteArtifacts(tools: DeployTools): TaskHandler {
  return {
    type: 'delete_artifacts',
    run: async (context, payload) => {
      const options = parsePayload(schema, payload);
      const scope = new Scope(tools, context);
      const vms = await deleteAllOrphanedVms(scope);
      const releases = await deleteReleases(scope, options);
      const stemcells = await deleteStemcells(scope, options);
      const compiled = await deleteCompiled(scope, options);
      const disks = await deleteDisks(scope, options);
      const exported = await deleteExported(scope);
      const records = await deleteRecords(scope, options);
      await deleteBundles(scope, options);
      return (
        `Deleted ${releases} release(s), ${stemcells} stemcell(s), ${compiled} extra compiled package(s), ` +
        `${disks} orphaned disk(s), ${vms.deleted} orphaned vm(s), ${exported} exported release(s), ${records} dns blob(s)`
      );
    },
  };
}

async function deleteReleases(scope: Scope, options: CleanupOptions): Promise<number> {
  const releases = await unusedReleases(scope.collaborators.store.read, options);
  const all = releases.flatMap(({ name, versions }) => versions.map((version) => ({ name, version })));
  const stage = scope.task.events.stage('Deleting releases', all.length);
  for (const { name, version } of all) {
    scope.task.throwIfCancelled();
    await stage.task(`${name}/${version}`, () => removeRelease(scope.collaborators, scope.task, name, version));
  }
  return all.length;
}

async function deleteStemcells(scope: Scope, options: CleanupOptions): Promise<number> {
  const stemcells = await unusedStemcells(scope.collaborators.store.read, options);
  const titles = new Map(stemcells.map(({ name, version }) => [`${name}/${version}`, { name, version }]));
  const stage = scope.task.events.stage('Deleting stemcells', titles.size);
  for (const [title, stemcell] of titles) {
    scope.task.throwIfCancelled();
    await stage.task(title, () => removeStemcell(scope.collaborators, scope.task, { ...stemcell, force: false }));
  }
  return titles.size;
}

async function deleteCompiled(scope: Scope, options: CleanupOptions): Promise<number> {
  const { store } = scope.collaborators;
  const rows = await compiledForNone(store.read, [], options);
  const names = new Map(
    (await store.read.releases.packages.byIds(rows.map(({ packageId }) => packageId))).map(({ id, name }) => [id, name]),
  );
  const stage = scope.task.events.stage('Deleting compiled packages', rows.length);
  for (const { id, packageId, stemcellOs, stemcellVersion, blobstoreId } of rows) {
    await stage.task(`${names.get(packageId)} for ${stemcellOs}/${stemcellVersion}`, async () => {
      await forget(scope, [blobstoreId], (tx) => tx.compiledPackages.delete({ id }));
    });
  }
  return rows.length;
}

async function deleteDisks(scope: Scope, { removeAll, keepOrphanedDisks }: CleanupOptions): Promise<number> {
  const disks = removeAll && !keepOrphanedDisks ? await scope.collaborators.store.read.orphanDisks.all() : [];
  const stage = scope.task.events.stage('Deleting orphaned disks', disks.length);
  let deleted = 0;
  for (const disk of disks) {
    scope.task.throwIfCancelled();
    if (await stage.task(disk.cid, () => deleteOrphanDisk(scope, disk))) deleted += 1;
  }
  return deleted;
}

async function deleteExported(scope: Scope): Promise<number> {
  const rows = await scope.collaborators.store.read.exportedReleases.all();
  const stage = scope.task.events.stage('Deleting exported releases', rows.length);
  for (const { id, blobstoreId } of rows) {
    await stage.task(blobstoreId, () => forget(scope, [blobstoreId], (tx) => tx.exportedReleases.delete({ id })));
  }
  return rows.length;
}

async function deleteRecords(scope: Scope, options: CleanupOptions): Promise<number> {
  return scope.task.events.stage('Deleting dns blobs', 1).task('DNS blobs', async () => {
    const rows = await supersededRecords(scope.collaborators.store.read, options);
    const ids = rows.flatMap(({ blobstoreId }) => blobstoreId ?? []);
    await forget(scope, ids, async (tx) => {
      for (const { id } of rows) await tx.dns.blobs.delete({ id });
    });
    return rows.length;
  });
}

/** `rows` takes away those that name the blobs. */
async function forget({ collaborators }: Scope, ids: readonly string[], rows: (tx: Repositories) => Promise<unknown>): Promise<void> {
  const left = await collaborators.store.write(async (tx) => {
    await rows(tx);
    return passBlobs(tx, ids);
  });
  await deletePassing(collaborators, left);
}

/** One that has not arrived keeps its row, by which it goes later. */
async function deleteBundles(scope: Scope, options: CleanupOptions): Promise<void> {
  const { store, blobs, world } = scope.collaborators;
  const rows = await logBundles(store.read, options, world.now());
  const stage = scope.task.events.stage('Deleting log bundles', rows.length);
  for (const row of rows) {
    scope.task.throwIfCancelled();
    await stage.task(row.blobstoreId, async () => {
      if (await blobs.exists(row.blobstoreId)) await deletePassing(scope.collaborators, [row]);
    });
  }
}
