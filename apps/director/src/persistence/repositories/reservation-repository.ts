import type { IntervalSet } from '@bosh6/ip';
import { type PackedIntervals, unpackIntervals } from '@bosh6/plan';
import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import { reservationEntity } from '../entities/index.js';
import type { ReservationRow } from '../rows/index.js';
import { Table } from '../table.js';

export type NewReservation = Omit<ReservationRow, 'id' | 'orphanedVmId'>;

/** Of a raw insert, in the order of `parametersOf`. */
export const columns = Object.entries(reservationEntity.options.columns)
  .filter(([key]) => key !== 'id' && key !== 'orphanedVmId')
  .map(([key, column]) => ({ key: key as keyof NewReservation, name: column?.name ?? key }));

export function parametersOf(row: NewReservation): unknown[] {
  return columns.map(({ key }) => (row[key] instanceof Uint8Array ? Buffer.from(row[key]) : row[key]));
}

/** What is in the way, or the row that is stored now. */
export type InsertOutcome = { inserted: true; row: ReservationRow } | { inserted: false; taken: ReservationRow };

export interface Clash {
  row: NewReservation;
  taken: ReservationRow;
}

const ofGone = `SELECT id FROM ip_reservations AS held
  WHERE (instance_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM instances WHERE id = held.instance_id)
      AND NOT EXISTS (SELECT 1 FROM vms WHERE instance_id = held.instance_id))
    OR (instance_id IS NULL AND orphaned_vm_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM orphaned_vms WHERE id = held.orphaned_vm_id))`;

/** Addresses that somebody has. Rows never overlap: `insertUnlessOverlap` is the only way in. */
export abstract class ReservationRepository extends Table<ReservationRow, NewReservation> {
  constructor(manager: EntityManager) {
    super(manager, reservationEntity);
  }

  /** Stores the reservation unless a part of it is taken, and answers with the row, or with the one that is in the way. Inside `Store.write`. */
  abstract insertUnlessOverlap(row: NewReservation): Promise<InsertOutcome>;

  /** Stores all of them, or answers with the first that cannot be stored and what is in its way: then the transaction is to fail. */
  async insertAllUnlessOverlap(rows: readonly NewReservation[]): Promise<Clash | undefined> {
    for (const row of rows) {
      const outcome = await this.insertUnlessOverlap(row);
      if (!outcome.inserted) return { row, taken: outcome.taken };
    }
    return undefined;
  }

  /** The row that has one of these addresses. Rows are disjoint, so only the one that begins last before the end can reach into them. */
  async inTheWay({ family, first, last }: Pick<NewReservation, 'family' | 'first' | 'last'>): Promise<ReservationRow | undefined> {
    const where = { family, first: LessThanOrEqual(Buffer.from(last)) };
    const hit = await this.manager.findOne(reservationEntity, { where, order: { first: 'DESC' } });
    return hit !== null && Buffer.compare(hit.last, first) >= 0 ? hit : undefined;
  }

  /** Every address in use, from one raw query and without a row object for each. */
  abstract usedPacked(): Promise<PackedIntervals>;

  /** The same as merged intervals. */
  async usedIntervals(): Promise<IntervalSet> {
    return unpackIntervals(await this.usedPacked());
  }

  ofInstances(instanceIds: readonly number[]): Promise<ReservationRow[]> {
    return this.allIn('instanceId', instanceIds);
  }

  /** Those of neither an instance nor an orphaned VM: of compilation VMs, while they live. */
  ofNobody(): Promise<ReservationRow[]> {
    return this.manager.find(reservationEntity, { where: { instanceId: IsNull(), orphanedVmId: IsNull() }, order: { id: 'ASC' } });
  }

  /** Those whose instance or orphaned VM is gone. A VM that outlived its instance still uses what is the instance's. */
  async ofGone(): Promise<ReservationRow[]> {
    const gone = await this.select<{ id: number }>(ofGone, []);
    return this.byIds(gone.map(({ id }) => id));
  }

  /** Takes VMs that are gone off what their instances hold. Inside `Store.write`. */
  async forgetGoneVms(): Promise<void> {
    await this.raw('UPDATE ip_reservations SET vm_id = NULL WHERE vm_id IS NOT NULL AND vm_id NOT IN (SELECT id FROM vms)');
  }

  /** Takes what a VM holds from its instance. Inside `Store.write`. */
  moveToOrphan(vmId: number, orphanedVmId: number, owner: string): Promise<void> {
    return this.update({ vmId }, { instanceId: null, vmId: null, taskId: null, orphanedVmId, owner });
  }
}
