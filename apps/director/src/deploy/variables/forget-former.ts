import type { PlacedInstance } from '@bosh6/plan';
import type { InstanceRow } from '../../persistence/rows/index.js';
import type { Repositories } from '../../persistence/store.js';

/** After a deploy all instances have the newest values, but for those that rest or are ignored; inside `Store.write`. */
export async function forgetFormer(
  tx: Repositories,
  deploymentId: number,
  instances: readonly PlacedInstance[],
  rows: ReadonlyMap<string, InstanceRow>,
): Promise<void> {
  if ((await tx.variables.former.count({ deploymentId })) === 0) return;
  const keep = instances.filter(({ state, existing }) => state !== 'started' || existing?.ignore === true);
  const keepers = new Set(keep.map(({ uuid }) => rows.get(uuid)?.id));
  for (const { id } of await tx.instances.summaries({ deploymentId }))
    if (!keepers.has(id)) await tx.variables.former.delete({ instanceId: id });
}
