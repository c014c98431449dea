import { IntervalSet } from '@bosh6/ip';
import { type InsertOutcome, type NewReservation, ReservationRepository } from './reservation-repository.js';

/** A database with one writer: test and insert are one inside `Store.write`. */
export class SqliteReservationRepository extends ReservationRepository {
  async insertUnlessOverlap(row: NewReservation): Promise<InsertOutcome> {
    // Rows are disjoint, so only the one that begins last before our end can reach into us.
    const sql =
      'SELECT id, last_address >= ? AS reaches FROM ip_reservations WHERE family = ? AND first_address <= ? ORDER BY first_address DESC LIMIT 1';
    const [hit] = await this.raw<{ id: number; reaches: number }>(sql, [Buffer.from(row.first), row.family, Buffer.from(row.last)]);
    const taken = hit?.reaches === 1 ? await this.find({ id: hit.id }) : undefined;
    return taken === undefined ? { inserted: true, row: await this.insert(row) } : { inserted: false, taken };
  }

  async usedIntervals(): Promise<IntervalSet> {
    const sql = "SELECT family, group_concat(hex(first_address) || hex(last_address), '') AS hex FROM ip_reservations GROUP BY family";
    const builder = IntervalSet.builder();
    for (const { family, hex } of await this.raw<{ family: 4 | 6; hex: string }>(sql)) {
      const bytes = Buffer.from(hex, 'hex');
      for (let at = 0; at < bytes.length; at += 32) builder.addBytes(family, bytes.subarray(at, at + 16), bytes.subarray(at + 16, at + 32));
    }
    return builder.build();
  }
}
