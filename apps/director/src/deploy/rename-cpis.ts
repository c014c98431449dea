import type { KnownCpi } from '../core/collaborators.js';
import { isNameOf } from '../cpi/same-cpi.js';
import type { Repositories } from '../persistence/store.js';
import type { Deploy } from './deploy.js';

/** VMs and disks that are stored with a former name of their AZ's CPI get its present one, so that `migrated_from` need not stay for ever. */
export async function renameCpis(
  tx: Repositories,
  { placement, rows }: Pick<Deploy, 'placement' | 'rows'>,
  known: readonly KnownCpi[],
): Promise<void> {
  for (const { uuid, stemcell } of placement.instances) {
    const cpi = known.find(({ name }) => name === stemcell.cpi);
    const instanceId = rows.get(uuid)?.id;
    if (cpi === undefined || cpi.formerNames.length === 0 || instanceId === undefined) continue;
    for (const table of [tx.vms, tx.disks, tx.dynamicDisks]) {
      for (const row of await table.all({ instanceId })) {
        if (row.cpi !== cpi.name && isNameOf(cpi, row.cpi)) await table.update({ id: row.id }, { cpi: cpi.name });
      }
    }
  }
}
