import type { OrphanedVm } from '@bosh6/director-api';
import { addressesOf } from '../deployments/addresses-of.js';
import { rubyTime } from '../http/parse.js';
import type { Store } from '../persistence/store.js';

/** VMs that wait for their end, each with the addresses that it still holds. */
export async function listOrphanedVms({ read }: Pick<Store, 'read'>): Promise<OrphanedVm[]> {
  const rows = await read.orphanedVms.all();
  const held = await read.reservations.allIn(
    'orphanedVmId',
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, az, cid, deploymentName, instanceName, orphanedAt }) => ({
    az,
    cid,
    deployment_name: deploymentName,
    instance_name: instanceName,
    ip_addresses: addressesOf(held.filter(({ orphanedVmId }) => orphanedVmId === id)),
    orphaned_at: rubyTime(orphanedAt),
  }));
}
