import { CodedError } from '@bosh6/base';
import type { SnapshotCid } from '@bosh6/cpi-protocol';
import { fail } from '../deploy/errors.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { SnapshotRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { deleteSnapshotsPayload } from './payloads.js';
import { snapshotsOf } from './snapshots-of.js';

/** `bosh delete-snapshot`, `bosh delete-snapshots`: one of a deployment's, or all. */
export function deleteSnapshots(tools: DeployTools, type: 'delete_snapshot' | 'delete_deployment_snapshots'): TaskHandler {
  return {
    type,
    run: async (context, payload) => {
      const { deployment: name, cid } = parsePayload(deleteSnapshotsPayload, payload);
      const scope = new Scope(tools, context);
      const { store, locks } = tools.collaborators;
      const work = async (): Promise<void> => {
        const deployment = await store.read.deployments.find({ name });
        if (deployment === undefined) throw fail('DeploymentNotFound', `there is no deployment '${name}'`);
        const rows = (await snapshotsOf(store.read, deployment.id)).map(({ snapshot }) => snapshot);
        const meant = rows.filter((row) => (cid ?? row.cid) === row.cid);
        const stage = context.events.stage('Deleting snapshots', meant.length);
        for (const row of meant) await stage.task(row.cid, () => deleteSnapshot(scope, row));
      };
      await locks.withLock(`deployment:${name}`, context.taskId, work, { signal: context.signal });
      return cid === undefined ? `snapshots of deployment '${name}' deleted` : `snapshot(s) ${cid} deleted`;
    },
  };
}

/** Deletes a snapshot and forgets it; one that is gone is only forgotten. */
export function deleteSnapshot(scope: Scope, { id, cid, cpi }: SnapshotRow): Promise<void> {
  return recordAround(scope, { action: 'delete', objectType: 'snapshot', objectName: cid }, async () => {
    try {
      await scope.cpi(cpi).call('deleteSnapshot', [cid as SnapshotCid]);
    } catch (error) {
      if (!CodedError.is(error, 'DiskNotFound')) throw error;
    }
    await scope.collaborators.store.write((tx) => tx.snapshots.delete({ id }));
  });
}
