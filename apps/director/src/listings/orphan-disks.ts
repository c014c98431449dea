import type { OrphanDisk } from '@bosh6/director-api';
import { rubyTime } from '../http/parse.js';
import type { Repositories } from '../persistence/store.js';

/** Disks that no instance has any more. */
export async function listOrphanDisks(read: Repositories): Promise<OrphanDisk[]> {
  return (await read.orphanDisks.all()).map((row) => ({
    disk_cid: row.cid,
    size: row.size,
    az: row.az,
    deployment_name: row.deploymentName,
    instance_name: row.instanceName,
    cloud_properties: row.cloudProperties,
    orphaned_at: rubyTime(row.orphanedAt),
  }));
}
