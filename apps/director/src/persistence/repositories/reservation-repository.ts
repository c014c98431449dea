import type { IntervalSet } from '@bosh6/ip';
import { type PackedIntervals, unpackIntervals } from '@bosh6/plan';
import { type EntityManager, In, IsNull } from 'typeorm';
import { reservationEntity } from '../entities/index.js';
import type { ReservationRow } from '../rows/index.js';
import { Table } from '../table.js';

export type NewReservation = Omit<ReservationRow, 'id'>;

/** What is in the way, or the row that is stored now. */
export type InsertOutcome = { inserted: true; row: ReservationRow } | { inserted: false; taken: ReservationRow };

export interface Clash {
  row: NewReservation;
  taken: ReservationRow;
}

/** Addresses that somebody has. Rows never overlap: `insertUnlessOverlap` is the only way in. */
export abstract class ReservationRepository extends Table<ReservationRow> {
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

  /** Every address in use, from one raw query and without a row object for each. */
  abstract usedPacked(): Promise<PackedIntervals>;

  /** The same as merged intervals. */
  async usedIntervals(): Promise<IntervalSet> {
    return unpackIntervals(await this.usedPacked());
  }

  async ofInstances(instanceIds: readonly number[]): Promise<ReservationRow[]> {
    if (instanceIds.length === 0) return [];
    return this.manager.find(reservationEntity, { where: { instanceId: In([...instanceIds]) }, order: { id: 'ASC' } });
  }

  /** Those of no instance: of compilation VMs, while they live. */
  ofNoInstance(): Promise<ReservationRow[]> {
    return this.manager.find(reservationEntity, { where: { instanceId: IsNull() }, order: { id: 'ASC' } });
  }
}
