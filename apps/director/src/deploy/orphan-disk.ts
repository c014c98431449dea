import { type EventScope, factsOf } from '../events/record-around.js';
import { recordEvent } from '../events/record-event.js';
import type { DiskRow, InstanceRow, OrphanDiskRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Takes a detached disk from its instance and keeps it among the orphans. */
export async function orphanDisk(
  tx: Repositories,
  disk: DiskRow,
  instance: InstanceRow,
  deployment: string,
  scope: EventScope,
): Promise<void> {
  await keepDisk(tx, disk, { az: instance.az, deploymentName: deployment, instanceName: `${instance.group}/${instance.uuid}` }, scope);
}

/** The same for whoever had it. */
export async function keepDisk(
  tx: Repositories,
  disk: DiskRow,
  of: Pick<OrphanDiskRow, 'az' | 'deploymentName' | 'instanceName'>,
  scope: EventScope,
): Promise<void> {
  const { world } = scope.collaborators;
  const { cid, size, cloudProperties, cpi } = disk;
  await tx.orphanDisks.insert({ cid, size, ...of, cloudProperties, cpi, orphanedAt: world.now() });
  const whose = { deployment: of.deploymentName || null, instance: of.instanceName };
  await recordEvent(tx, world, factsOf(scope, { action: 'orphan', objectType: 'disk', objectName: cid, ...whose }));
  await tx.disks.delete({ id: disk.id });
}
