import type { PlacedInstance, Placement } from '@bosh6/plan';
import { takeTurns } from '../core/take-turns.js';
import type { Scope } from '../engine/scope.js';
import { orphanVm } from '../orphaned-vms/orphan-vm.js';
import type { NewReservation } from '../persistence/repositories/reservation-repository.js';
import type { DeploymentRow, InstanceRow, VmRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { insertReservations, reservationRow } from './reservation-rows.js';

export interface StoredPlacement {
  rows: Map<string, InstanceRow>;
  added: number[];
  retired: VmRow[];
}

/**
 * Stores new instances, every new address and what `hold` marks as in use in one transaction, before anything outside is touched. Throws
 * AddressTaken when another deploy took one since the snapshot; nothing is stored then. Answers with all instances' rows by UUID, the ids of those that are new, and
 * the VMs that an earlier deploy made for a swap and that this one has no use for: they are orphaned.
 */
export async function storePlacement(
  scope: Scope,
  deployment: DeploymentRow,
  placement: Placement,
  hold: (tx: Repositories) => Promise<void>,
): Promise<StoredPlacement> {
  const { taskId } = scope.task;
  const { store } = scope.collaborators;
  return store.write(async (tx) => {
    await hold(tx);
    const known = new Map((await tx.instances.all({ deploymentId: deployment.id })).map((row) => [row.uuid, row]));
    const fresh = placement.instances.filter(({ uuid }) => !known.has(uuid));
    const added = await tx.instances.insertAll(fresh.map((placed) => newInstance(deployment, placed)));
    const rows = new Map<string, InstanceRow>();
    const reservations: NewReservation[] = [];
    const retired: VmRow[] = [];
    for (const row of added) known.set(row.uuid, row);
    for (const placed of placement.instances) {
      await takeTurns();
      const row = known.get(placed.uuid) as InstanceRow;
      rows.set(placed.uuid, row);
      if (row.group !== placed.group || (row.az === null && placed.az !== undefined)) {
        const { group, index, az = null } = placed;
        // It is known by its new name and AZ from now on, and is not what these ask for until its update has ended.
        await tx.instances.update({ id: row.id }, { group, index, az, updateCompleted: false });
      }
      const owner = `${deployment.name}/${placed.group}/${placed.uuid}`;
      for (const reservation of placed.reservations) {
        const { heldBy, network, kind, nicGroup = null } = reservation;
        if (heldBy === undefined) reservations.push(reservationRow(reservation, { instanceId: row.id, taskId, owner }));
        else await tx.reservations.update({ id: heldBy }, { network, kind, nicGroup });
      }
      for (const { id, holder } of placed.existing?.reservations ?? [])
        if (holder === 'none' && placed.releases.includes(id)) await tx.reservations.delete({ id });
      const spares = placed.existing?.spare === undefined ? [] : await tx.vms.all({ instanceId: row.id, active: false });
      for (const vm of spares.filter(({ cid }) => placed.swap !== 'spare' || cid !== placed.existing?.spare?.cid)) {
        await orphanVm(tx, vm, row, deployment.name, scope);
        retired.push(vm);
      }
    }
    await insertReservations(tx, reservations);
    return { rows, added: added.map(({ id }) => id), retired };
  });
}

function newInstance(deployment: DeploymentRow, placed: PlacedInstance): Omit<InstanceRow, 'id'> {
  const { uuid, group, index, bootstrap } = placed;
  const fresh = { state: 'started', updateCompleted: false, ignore: false, spec: {} } as const;
  return { uuid, deploymentId: deployment.id, group, index, az: placed.az ?? null, bootstrap, ...fresh };
}

/** Takes back new instances that never got a VM, with their addresses: after a failure nothing half-made stays. */
export async function forgetUnborn(scope: Scope, instanceIds: readonly number[]): Promise<void> {
  await scope.collaborators.store.write(async (tx) => {
    const own = [...(await tx.vms.ofInstances(instanceIds)), ...(await tx.disks.ofInstances(instanceIds))];
    const born = new Set(own.map(({ instanceId }) => instanceId));
    for (const id of instanceIds) {
      if (born.has(id)) continue;
      await tx.reservations.delete({ instanceId: id });
      await tx.instances.delete({ id });
    }
  });
}
