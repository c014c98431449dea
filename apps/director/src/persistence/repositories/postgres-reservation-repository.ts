import type { PackedIntervals } from '@bosh6/plan';
import { reservationEntity } from '../entities/index.js';
import type { ReservationRow } from '../rows/index.js';
import { type InsertOutcome, type NewReservation, ReservationRepository } from './reservation-repository.js';

const columns = Object.entries(reservationEntity.options.columns)
  .filter(([key]) => key !== 'id')
  .map(([key, column]) => ({ key: key as keyof NewReservation, name: column?.name ?? key }));
const insertSql = `INSERT INTO ip_reservations (${columns.map(({ name }) => `"${name}"`).join(', ')})
  VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')}) ON CONFLICT ON CONSTRAINT ip_reservations_apart DO NOTHING RETURNING id`;
// Rows are disjoint, so only the one that begins last before our end can reach into us.
const takenSql =
  'SELECT id, last_address >= $1 AS reaches FROM ip_reservations WHERE family = $2 AND first_address <= $3 ORDER BY first_address DESC LIMIT 1';

/** The exclusion constraint decides, also against a transaction that commits meanwhile: the insert waits for its end. */
export class PostgresReservationRepository extends ReservationRepository {
  async insertUnlessOverlap(row: NewReservation): Promise<InsertOutcome> {
    const values = columns.map(({ key }) => (row[key] instanceof Uint8Array ? Buffer.from(row[key]) : row[key]));
    for (;;) {
      const [inserted] = await this.raw<{ id: number }>(insertSql, values);
      if (inserted !== undefined) return { inserted: true, row: { ...row, id: inserted.id } };
      const taken = await this.#inTheWay(row);
      // Whoever was in the way may be gone again.
      if (taken !== undefined) return { inserted: false, taken };
    }
  }

  async #inTheWay({ family, first, last }: NewReservation): Promise<ReservationRow | undefined> {
    const [hit] = await this.raw<{ id: number; reaches: boolean }>(takenSql, [Buffer.from(first), family, Buffer.from(last)]);
    return hit?.reaches ? this.find({ id: hit.id }) : undefined;
  }

  async usedPacked(): Promise<PackedIntervals> {
    const sql = "SELECT family, string_agg(first_address || last_address, ''::bytea) AS bytes FROM ip_reservations GROUP BY family";
    const found = await this.raw<{ family: 4 | 6; bytes: Buffer }>(sql);
    const of = (wanted: 4 | 6): Uint8Array => new Uint8Array(found.find(({ family }) => Number(family) === wanted)?.bytes ?? []);
    return { v4: of(4), v6: of(6) };
  }
}
