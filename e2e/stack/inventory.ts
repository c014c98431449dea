import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Stack } from './stack.js';

/** What exists of deployments: in the lab, and in the Director's rows. Equal before and after something that must leave nothing. */
export async function inventory(stack: Stack): Promise<Record<string, unknown>> {
  const { vms, disks } = await stack.lab.status();
  const database = new DatabaseSync(join(stack.home, 'director', 'director.sqlite'), { readOnly: true });
  try {
    const count = (table: string, where = '1'): number =>
      Number((database.prepare(`SELECT count(*) AS n FROM ${table} WHERE ${where}`).get() as { n: number }).n);
    return {
      vms: vms.map(({ cid }) => cid).sort(),
      disks: disks.map(({ cid }) => cid).sort(),
      deployments: count('deployments'),
      instances: count('instances'),
      vmRows: count('vms'),
      diskRows: count('disks'),
      addresses: count('ip_reservations'),
      openIntents: count('intents', "state = 'open'"),
      releases: count('releases'),
      stemcells: count('stemcells'),
      locks: count('locks'),
    };
  } finally {
    database.close();
  }
}
