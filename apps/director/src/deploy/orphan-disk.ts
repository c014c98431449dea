import { type EventScope, factsOf } from '../events/record-around.js';
import { recordEvent } from '../events/record-event.js';
import type { DiskRow, InstanceRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Takes a detached disk from its instance and keeps it among the orphans. */
export async function orphanDisk(
  tx: Repositories,
  disk: DiskRow,
  instance: InstanceRow,
  deployment: string,
  scope: EventScope,
): Promise<void> {
  const { world } = scope.collaborators;
  const { cid, size, cloudProperties, cpi } = disk;
  const instanceName = `${instance.group}/${instance.uuid}`;
  await tx.orphanDisks.insert({
    cid,
    size,
    az: instance.az,
    deploymentName: deployment,
    instanceName,
    cloudProperties,
    cpi,
    orphanedAt: world.now(),
  });
  await recordEvent(
    tx,
    world,
    factsOf(scope, { action: 'orphan', objectType: 'disk', objectName: cid, deployment, instance: instanceName }),
  );
  await tx.disks.delete({ id: disk.id });
}
