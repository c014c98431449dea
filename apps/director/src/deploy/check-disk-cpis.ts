import type { Placement, Plan } from '@bosh6/plan';
import { cpiTitle } from '../cpi/cpi-title.js';
import { isNameOf } from '../cpi/same-cpi.js';
import type { Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import { fail } from './errors.js';

/** Throws DiskOnOtherCpi where an instance is to get a VM with another CPI than the one that has its disk: nothing carries a disk from one to the other. */
export async function checkDiskCpis(scope: Scope, plan: Plan, placement: Placement): Promise<void> {
  const { store, cpis } = scope.collaborators;
  const known = await cpis.known();
  const placed = new Map(placement.instances.map((instance) => [instance.uuid, instance]));
  for (const step of plan.instances) {
    const { existing, stemcell, az } = placed.get(step.uuid) ?? {};
    const getsVm = step.action === 'create' || step.action === 'recreate';
    if (!getsVm || existing === undefined || stemcell === undefined || step.disk === 'none' || step.disk === 'orphan') continue;
    const cpi = known.find(({ name }) => name === stemcell.cpi) ?? { name: stemcell.cpi, formerNames: [] };
    const disk = (await store.read.disks.all({ instanceId: existing.id, active: true })).find((each) => !isNameOf(cpi, each.cpi));
    if (disk === undefined) continue;
    const what = `${titleOf(step)} is to get a VM with ${cpiTitle(cpi.name)}, that of AZ '${az ?? ''}', but its disk ${disk.cid} is with ${cpiTitle(disk.cpi)}`;
    throw fail('DiskOnOtherCpi', what);
  }
}
