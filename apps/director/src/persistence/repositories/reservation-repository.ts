import type { IntervalSet } from '@bosh6/ip';
import { type EntityManager, In, IsNull } from 'typeorm';
import { reservationEntity } from '../entities/index.js';
import type { ReservationRow } from '../rows/index.js';
import { Table } from '../table.js';

export type NewReservation = Omit<ReservationRow, 'id'>;

/** What is in the way, or the row that is stored now. */
export type InsertOutcome = { inserted: true; row: ReservationRow } | { inserted: false; taken: ReservationRow };

/** Addresses that somebody has. Rows never overlap: `insertUnlessOverlap` is the only way in. */
export abstract class ReservationRepository extends Table<ReservationRow> {
  constructor(manager: EntityManager) {
    super(manager, reservationEntity);
  }

  /** Stores the reservation unless a part of it is taken, and answers with the row, or with the one that is in the way. Inside `Store.write`. */
  abstract insertUnlessOverlap(row: NewReservation): Promise<InsertOutcome>;

  /** Every address in use, as merged intervals, from one raw query and without a row object for each. */
  abstract usedIntervals(): Promise<IntervalSet>;

  async ofInstances(instanceIds: readonly number[]): Promise<ReservationRow[]> {
    if (instanceIds.length === 0) return [];
    return this.manager.find(reservationEntity, { where: { instanceId: In([...instanceIds]) }, order: { id: 'ASC' } });
  }

  /** Those of no instance: of compilation VMs, while they live. */
  ofNoInstance(): Promise<ReservationRow[]> {
    return this.manager.find(reservationEntity, { where: { instanceId: IsNull() }, order: { id: 'ASC' } });
  }
}
