import type { PackedIntervals } from '@bosh6/plan';
import type { ReservationRow } from '../rows/index.js';
import { rowsAtOnce } from '../table.js';
import {
  type Clash,
  columns,
  type InsertOutcome,
  type NewReservation,
  parametersOf,
  ReservationRepository,
} from './reservation-repository.js';

const position = (key: keyof NewReservation): string => `column${columns.findIndex((column) => column.key === key) + 1}`;
const values = (count: number): string => Array.from({ length: count }, () => `(${columns.map(() => '?').join(', ')})`).join(', ');
// As `inTheWay`, for each row.
const insertSql = (count: number): string => `INSERT INTO ip_reservations (${columns.map(({ name }) => `"${name}"`).join(', ')})
  SELECT * FROM (VALUES ${values(count)}) AS wanted WHERE coalesce((SELECT last_address FROM ip_reservations
    WHERE family = wanted.${position('family')} AND first_address <= wanted.${position('last')} ORDER BY first_address DESC LIMIT 1)
    < wanted.${position('first')}, 1) RETURNING id`;

/** A database with one writer: test and insert are one inside `Store.write`. */
export class SqliteReservationRepository extends ReservationRepository {
  async insertUnlessOverlap(row: NewReservation): Promise<InsertOutcome> {
    const [inserted] = await this.#insert([row]);
    if (inserted !== undefined) return { inserted: true, row: { ...row, id: inserted.id, orphanedVmId: null } };
    return { inserted: false, taken: (await this.inTheWay(row)) as ReservationRow };
  }

  override async insertAllUnlessOverlap(rows: readonly NewReservation[]): Promise<Clash | undefined> {
    // A statement does not see what it stores itself.
    const own = clashAmong(rows);
    if (own !== undefined) return own;
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      const some = rows.slice(at, at + rowsAtOnce);
      const stored = new Set((await this.#insert(some)).map(({ id }) => id));
      if (stored.size === some.length) continue;
      for (const row of some) {
        const taken = await this.inTheWay(row);
        if (taken !== undefined && !stored.has(taken.id)) return { row, taken };
      }
    }
    return undefined;
  }

  #insert(rows: readonly NewReservation[]): Promise<{ id: number }[]> {
    return this.raw<{ id: number }>(insertSql(rows.length), rows.flatMap(parametersOf));
  }

  async usedPacked(): Promise<PackedIntervals> {
    const sql = "SELECT family, group_concat(hex(first_address) || hex(last_address), '') AS hex FROM ip_reservations GROUP BY family";
    const found = await this.raw<{ family: 4 | 6; hex: string }>(sql);
    const of = (wanted: 4 | 6): Uint8Array => Buffer.from(found.find(({ family }) => family === wanted)?.hex ?? '', 'hex');
    return { v4: of(4), v6: of(6) };
  }
}

/** Two of the rows that overlap. */
function clashAmong(rows: readonly NewReservation[]): Clash | undefined {
  const sorted = [...rows].sort((a, b) => a.family - b.family || Buffer.compare(a.first, b.first));
  for (const [index, row] of sorted.slice(1).entries()) {
    const before = sorted[index] as NewReservation;
    if (before.family === row.family && Buffer.compare(before.last, row.first) >= 0)
      return { row, taken: { ...before, id: 0, orphanedVmId: null } };
  }
  return undefined;
}
