import type { InstanceRow, SnapshotRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** The snapshots of the disks that a deployment's instances have; those of orphaned disks are nobody's. */
export async function snapshotsOf(read: Repositories, deploymentId: number): Promise<{ instance: InstanceRow; snapshot: SnapshotRow }[]> {
  const instances = await read.instances.all({ deploymentId });
  const disks = await read.disks.ofInstances(instances.map(({ id }) => id));
  const snapshots = await read.snapshots.allIn(
    'diskCid',
    disks.map(({ cid }) => cid),
  );
  return snapshots.flatMap((snapshot) => {
    const disk = disks.find(({ cid }) => cid === snapshot.diskCid);
    const instance = instances.find(({ id }) => id === disk?.instanceId);
    return instance === undefined ? [] : [{ instance, snapshot }];
  });
}
