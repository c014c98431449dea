import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { desiredRecords, recordKey } from './desired-records.js';

/** Makes a deployment's records those of its instances and VMs of now; inside `Store.write`. */
export async function updateRecords(tx: Repositories, deployment: Pick<DeploymentRow, 'id' | 'name'>): Promise<void> {
  const instances = await tx.instances.all({ deploymentId: deployment.id });
  const vms = await tx.vms.ofInstances(instances.map(({ id }) => id));
  const desired = new Map(desiredRecords(deployment, instances, vms).map((record) => [recordKey(record), record]));
  for (const row of await tx.dns.all({ deploymentId: deployment.id })) {
    // What stays needs nothing; what is left afterwards is new.
    if (!desired.delete(recordKey(row))) await tx.dns.delete({ id: row.id });
  }
  for (const record of desired.values()) {
    await tx.dns.number('group', record.group, record.deploymentId);
    await tx.dns.number('network', record.network);
    if (record.az !== null) await tx.dns.number('az', record.az);
    await tx.dns.insert(record);
  }
}

/** Takes a deployment out of local DNS; inside `Store.write`. */
export async function forgetRecords(tx: Repositories, deploymentId: number): Promise<void> {
  await tx.dns.delete({ deploymentId });
  await tx.dns.aliases.delete({ deploymentId });
  await tx.dns.numbers.delete({ deploymentId });
}
