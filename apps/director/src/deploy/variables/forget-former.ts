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
  const former = await tx.variables.former.all({ deploymentId });
  if (former.length === 0) return;
  const keep = instances.filter(({ state, existing }) => state !== 'started' || existing?.ignore === true);
  const keepers = new Set(keep.map(({ uuid }) => rows.get(uuid)?.id));
  for (const instanceId of new Set(former.map((row) => row.instanceId)))
    if (!keepers.has(instanceId)) await tx.variables.former.delete({ instanceId });
}
