import type { DynamicDisk } from '@bosh6/director-api';
import type { Store } from '../persistence/store.js';

/** All of them, in the order in which they were made. */
export function listDynamicDisks(store: Store): Promise<DynamicDisk[]> {
  return store.snapshot(async (tx) => {
    const rows = await tx.dynamicDisks.all();
    const deployments = new Map((await tx.deployments.byIds(rows.map((row) => row.deploymentId))).map(({ id, name }) => [id, name]));
    const owners = await tx.instances.byIds(rows.flatMap(({ instanceId }) => instanceId ?? []));
    const instances = new Map(owners.map(({ id, group, uuid }) => [id, `${group}/${uuid}`]));
    return rows.map(({ name, cid, deploymentId, instanceId, az, size, pool, cpi, metadata }) => ({
      name,
      disk_cid: cid,
      deployment: deployments.get(deploymentId) ?? null,
      instance: instances.get(instanceId ?? -1) ?? null,
      availability_zone: az,
      size,
      disk_pool_name: pool,
      cpi,
      metadata,
    }));
  });
}
