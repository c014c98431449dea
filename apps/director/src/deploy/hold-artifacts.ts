import { type Manifest, placeOf } from '@bosh6/formats';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { fail } from './errors.js';
import type { Resolved } from './resolve-desired.js';

/** Deleting and uploading a stemcell talk to a CPI for long. */
const stemcellWaitMs = 900_000;

/**
 * Marks the releases and stemcells of a deploy as in use; part of the transaction that stores its placement. Those of the last good deploy stay
 * in use beside them until this one has ended well. Throws 30006 or 50003 when one was deleted since it was looked up.
 */
export async function holdArtifacts(tx: Repositories, deployment: DeploymentRow, manifest: Manifest, resolved: Resolved): Promise<void> {
  const { releaseVersionIds } = resolved;
  const stemcellIds = resolved.stemcells.map(({ id }) => id);
  const versions = new Set((await tx.releases.versions.byIds(releaseVersionIds)).map(({ id }) => id));
  const release = manifest.releases[releaseVersionIds.findIndex((id) => !versions.has(id))];
  if (release !== undefined) {
    throw fail('ReleaseVersionNotFound', `release '${release.name}' was deleted while this deploy was prepared`, {
      where: placeOf(release),
    });
  }
  const stemcells = new Set((await tx.stemcells.byIds(stemcellIds)).map(({ id }) => id));
  const stemcell = resolved.stemcells.find(({ id }) => !stemcells.has(id));
  if (stemcell !== undefined) {
    throw fail('StemcellNotFound', `stemcell '${stemcell.alias}' was deleted while this deploy was prepared`, {
      where: { pointer: stemcell.pointer },
    });
  }
  const before = (await tx.deployments.find({ id: deployment.id })) ?? deployment;
  await tx.deployments.update(
    { id: deployment.id },
    {
      releaseVersionIds: [...new Set([...before.releaseVersionIds, ...releaseVersionIds])],
      stemcellIds: [...new Set([...before.stemcellIds, ...stemcellIds])],
    },
  );
}

/**
 * Runs `work` while nobody deletes one of the stemcells. Their rows go only after the CPI has deleted them, so that a transaction alone does
 * not tell what is about to go.
 */
export async function withStemcells<T>(scope: Scope, { desired }: Resolved, work: () => Promise<T>): Promise<T> {
  const { locks } = scope.collaborators;
  const { taskId, signal } = scope.task;
  const names = [...new Set(desired.stemcells.map(({ name, version }) => `stemcells:${name}:${version}`))].sort();
  const [first, ...more] = names;
  if (first === undefined) return work();
  const inner = more.reduceRight<() => Promise<T>>(
    (next, name) => () => locks.withLock(name, taskId, next, { timeoutMs: stemcellWaitMs, signal }),
    work,
  );
  return locks.withLock(first, taskId, inner, { timeoutMs: stemcellWaitMs, signal });
}
