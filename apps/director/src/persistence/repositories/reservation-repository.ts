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

  /** Takes what a VM holds from its instance. Inside `Store.write`. */
  moveToOrphan(vmId: number, orphanedVmId: number, owner: string): Promise<void> {
    return this.update({ vmId }, { instanceId: null, vmId: null, taskId: null, orphanedVmId, owner });
  }
}
