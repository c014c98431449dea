import { deleteDiskByCid } from '../deploy/delete-disk.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import type { OrphanDiskRow } from '../persistence/rows/index.js';
import { deleteSnapshot } from '../snapshots/delete-snapshots.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskHandler } from '../tasks/task-handler.js';
import { fail } from './errors.js';
import { deleteOrphanDisksPayload } from './payloads.js';
import { withDisk } from './with-disk.js';

/** `bosh delete-disk`: for good. A disk that an instance has is refused (520000). */
export function deleteOrphanDisks(tools: DeployTools): TaskHandler {
  return {
    type: 'delete_orphan_disks',
    run: async (context, payload) => {
      const { cids } = parsePayload(deleteOrphanDisksPayload, payload);
      const scope = new Scope(tools, context);
      const { store } = tools.collaborators;
      const stage = context.events.stage('Deleting orphaned disks', cids.length);
      for (const cid of cids) {
        await stage.task(cid, async () => {
          const orphan = await store.read.orphanDisks.find({ cid });
          if (orphan !== undefined && (await deleteOrphanDisk(scope, orphan))) return;
          const used = await store.read.disks.find({ cid });
          if (used !== undefined) throw fail('DiskInUse', `disk '${cid}' belongs to an instance`, { hint: 'delete the instance first' });
          throw fail('DiskUnknown', `there is no orphaned disk '${cid}'`);
        });
      }
      return `orphaned disk(s) ${cids.join(', ')} deleted`;
    },
  };
}

/** Deletes the disk with its snapshots and forgets it. One that an instance was given meanwhile stays; answers whether it went. */
export function deleteOrphanDisk(scope: Scope, { id, cid, cpi, deploymentName, instanceName }: OrphanDiskRow): Promise<boolean> {
  const { store } = scope.collaborators;
  return withDisk(scope, cid, async () => {
    const [orphan, used] = [await store.read.orphanDisks.find({ id }), await store.read.disks.find({ cid })];
    if (orphan === undefined || used !== undefined) return false;
    for (const snapshot of await store.read.snapshots.all({ diskCid: cid })) await deleteSnapshot(scope, snapshot);
    await deleteDiskByCid(scope, cpi, cid, { deployment: deploymentName, instance: instanceName });
    await store.write((tx) => tx.orphanDisks.delete({ id }));
    return true;
  });
}
