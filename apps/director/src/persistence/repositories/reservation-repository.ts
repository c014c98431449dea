import { IntervalSet } from '@bosh6/ip';
import { type EntityManager, In, IsNull } from 'typeorm';
import { reservationEntity } from '../entities/index.js';
import type { ReservationRow } from '../rows/index.js';
import { Table } from '../table.js';

type New = Omit<ReservationRow, 'id'>;

/** Addresses that somebody has. Rows never overlap: `insertUnlessOverlap` is the only way in. */
export class ReservationRepository extends Table<ReservationRow> {
  constructor(manager: EntityManager) {
    super(manager, reservationEntity);
  }

  /**
   * Stores the reservation unless a part of it is taken, and answers with the row, or with the one that is in the way.
   * Test and insert are one only inside `Store.write`.
   */
  async insertUnlessOverlap(row: New): Promise<{ inserted: true; row: ReservationRow } | { inserted: false; taken: ReservationRow }> {
    // Rows are disjoint, so only the one that begins last before our end can reach into us.
    const sql =
      'SELECT id, last_address >= ? AS reaches FROM ip_reservations WHERE family = ? AND first_address <= ? ORDER BY first_address DESC LIMIT 1';
    const [hit] = await this.raw<{ id: number; reaches: number }>(sql, [Buffer.from(row.first), row.family, Buffer.from(row.last)]);
    const taken = hit?.reaches === 1 ? await this.find({ id: hit.id }) : undefined;
    return taken === undefined ? { inserted: true, row: await this.insert(row) } : { inserted: false, taken };
  }

  /** Every address in use, as merged intervals, from one raw query and without a row object for each. */
  async usedIntervals(): Promise<IntervalSet> {
    const sql = "SELECT family, group_concat(hex(first_address) || hex(last_address), '') AS hex FROM ip_reservations GROUP BY family";
    const builder = IntervalSet.builder();
    for (const { family, hex } of await this.raw<{ family: 4 | 6; hex: string }>(sql)) {
      const bytes = Buffer.from(hex, 'hex');
      for (let at = 0; at < bytes.length; at += 32) builder.addBytes(family, bytes.subarray(at, at + 16), bytes.subarray(at + 16, at + 32));
    }
    return builder.build();
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
