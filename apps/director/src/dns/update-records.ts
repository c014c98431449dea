import { takeTurns } from '../core/take-turns.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { type DnsRecord, desiredRecords, recordKey } from './desired-records.js';

/** Makes a deployment's records those of its instances and VMs of now; inside `Store.write`. */
export async function updateRecords(tx: Repositories, deployment: Pick<DeploymentRow, 'id' | 'name'>): Promise<void> {
  const instances = await tx.instances.summaries({ deploymentId: deployment.id });
  const vms = await tx.vms.ofInstances(instances.map(({ id }) => id));
  const desired = new Map<string, DnsRecord>();
  for (const record of desiredRecords(deployment, instances, vms)) {
    await takeTurns();
    desired.set(recordKey(record), record);
  }
  for (const row of await tx.dns.all({ deploymentId: deployment.id })) {
    await takeTurns();
    // What stays needs nothing; what is left afterwards is new.
    if (!desired.delete(recordKey(row))) await tx.dns.delete({ id: row.id });
  }
  const fresh = [...desired.values()];
  // In the order of the records: a name's number is as old as its first one.
  for (const group of new Set(fresh.map((record) => record.group))) await tx.dns.number('group', group, deployment.id);
  for (const network of new Set(fresh.map((record) => record.network))) await tx.dns.number('network', network);
  for (const az of new Set(fresh.map((record) => record.az))) if (az !== null) await tx.dns.number('az', az);
  const there = new Set(instances.map(({ uuid }) => uuid));
  for (const { id, name } of await tx.dns.numbers.all({ kind: 'instance', deploymentId: deployment.id }))
    if (!there.has(name)) await tx.dns.numbers.delete({ id });
  await tx.dns.insertAll(fresh);
}

/** Takes a deployment out of local DNS; inside `Store.write`. */
export async function forgetRecords(tx: Repositories, deploymentId: number): Promise<void> {
  await tx.dns.delete({ deploymentId });
  await tx.dns.aliases.delete({ deploymentId });
  await tx.dns.links.delete({ deploymentId });
  await tx.dns.numbers.delete({ deploymentId });
}
