import type { DeploymentPlan, PlannedInstance } from '@bosh6/director-api';
import { IpAddress, IpPrefix } from '@bosh6/ip';
import type { DeleteStep, HeldReservation, InstanceStep, PlacedInstance } from '@bosh6/plan';
import type { Prepared } from '../prepare-deploy.js';
import type { DescribeChange } from './describe-change.js';

/** What a prepared deploy would do, as it is told. */
export function describePlan({ plan, placement }: Prepared, describe: DescribeChange): Pick<DeploymentPlan, 'instances' | 'compile'> {
  const placed = new Map(placement.instances.map((instance) => [instance.uuid, instance]));
  const staying = plan.instances.flatMap((step) => {
    const instance = placed.get(step.uuid);
    return instance === undefined ? [] : [describeStep(step, instance, describe)];
  });
  return {
    instances: [...staying, ...plan.delete.map(describeRemoval)],
    compile: plan.compile.map(({ title, stemcell }) => ({ package: title, stemcell: `${stemcell.os}/${stemcell.version}` })),
  };
}

function describeStep(step: InstanceStep, placed: PlacedInstance, describe: DescribeChange): PlannedInstance {
  const { uuid: id, group, index, action, disk } = step;
  return {
    group,
    id,
    index,
    ...(placed.az === undefined ? {} : { az: placed.az }),
    action,
    changes: step.changes.map((change) => describe(change, placed)),
    addresses: addressesOf(placed),
    vm: vmOf(step, placed),
    disk,
  };
}

function vmOf({ action }: InstanceStep, { existing, swap }: PlacedInstance): PlannedInstance['vm'] {
  const isThere = existing?.vm !== undefined;
  if (action === 'create') return 'create';
  if (action === 'recreate') return swap === undefined ? 'replace' : 'swap';
  if (action === 'detach') return isThere ? 'delete' : 'none';
  return isThere ? 'keep' : 'none';
}

function addressesOf({ state, reservations, networks, releases, existing }: PlacedInstance): PlannedInstance['addresses'] {
  const reserved = reservations.map(({ network, address, prefix, heldBy }) => ({
    network,
    address: addressText(address, prefix),
    state: heldBy === undefined ? ('new' as const) : ('kept' as const),
  }));
  const chosen = Object.entries(networks).flatMap(([network, { type, ip }]) => {
    if (type !== 'dynamic') return [];
    return [typeof ip === 'string' && ip !== '' ? { network, address: ip, state: 'kept' as const } : { network, state: 'new' as const }];
  });
  const left = (existing?.reservations ?? []).filter(({ id, holder }) => holder === undefined && releases.includes(id));
  // Its VM uses them until it is replaced.
  const isHeld = state === 'stopped' && existing?.vm !== undefined;
  return [...reserved, ...chosen, ...left.map((each) => told(each, isHeld ? 'kept' : 'released'))];
}

function describeRemoval({ instance, reason }: DeleteStep): PlannedInstance {
  const { uuid: id, group, index, az, vm, disk, reservations } = instance;
  return {
    group,
    id,
    index,
    ...(az === undefined ? {} : { az }),
    action: 'delete',
    changes: [{ kind: 'obsolete', reason, values: [] }],
    addresses: reservations.map((each) => told(each, 'released')),
    vm: vm === undefined ? 'none' : 'delete',
    disk: disk === undefined ? 'none' : 'orphan',
  };
}

function told(
  { network, address, prefix }: HeldReservation,
  state: PlannedInstance['addresses'][number]['state'],
): PlannedInstance['addresses'][number] {
  return { network, address: addressText(address, prefix), state };
}

/** A delegated prefix has its length. */
function addressText(address: string, length: number): string {
  const prefix = IpPrefix.of(IpAddress.parse(address), length);
  return prefix.hostBits === 0 ? address : prefix.toString();
}
