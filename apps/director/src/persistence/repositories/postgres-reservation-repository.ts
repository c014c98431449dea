import type { PackedIntervals } from '@bosh6/plan';
import { columns, type InsertOutcome, type NewReservation, parametersOf, ReservationRepository } from './reservation-repository.js';

const insertSql = `INSERT INTO ip_reservations (${columns.map(({ name }) => `"${name}"`).join(', ')})
  VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')}) ON CONFLICT ON CONSTRAINT ip_reservations_apart DO NOTHING RETURNING id`;

/** The exclusion constraint decides, also against a transaction that commits meanwhile: the insert waits for its end. */
export class PostgresReservationRepository extends ReservationRepository {
  async insertUnlessOverlap(row: NewReservation): Promise<InsertOutcome> {
    for (;;) {
      const [inserted] = await this.raw<{ id: number }>(insertSql, parametersOf(row));
      if (inserted !== undefined) return { inserted: true, row: { ...row, id: inserted.id, orphanedVmId: null } };
      const taken = await this.inTheWay(row);
      // Whoever was in the way may be gone again.
      if (taken !== undefined) return { inserted: false, taken };
    }
  }

  async usedPacked(): Promise<PackedIntervals> {
    const sql = "SELECT family, string_agg(first_address || last_address, ''::bytea) AS bytes FROM ip_reservations GROUP BY family";
    const found = await this.raw<{ family: 4 | 6; bytes: Buffer }>(sql);
    const of = (wanted: 4 | 6): Uint8Array => found.find(({ family }) => Number(family) === wanted)?.bytes ?? Buffer.alloc(0);
    return { v4: of(4), v6: of(6) };
  }
}
