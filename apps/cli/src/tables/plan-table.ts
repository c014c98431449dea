import type { DeploymentPlan } from '@bosh6/director-api/client';
import type { Table } from '../output/table.js';

/** A plan for programs; people read it as text. */
export function planTable(plan: DeploymentPlan): Table {
  return {
    content: 'instances',
    header: ['Instance', 'Index', 'AZ', 'Action', 'Reasons', 'VM', 'Disk', 'IPs'],
    rows: plan.instances.map(({ group, id, index, az = '', action, changes, vm, disk, addresses }) => [
      `${group}/${id}`,
      String(index),
      az,
      action,
      changes.map(({ reason }) => reason).join('\n'),
      vm,
      disk,
      addresses.flatMap(({ address, state }) => (state === 'released' || address === undefined ? [] : [address])).join('\n'),
    ]),
    notes: [`Plan ${plan.id}`],
    api: { plan },
  };
}
