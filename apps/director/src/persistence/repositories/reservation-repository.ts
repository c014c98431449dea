import type { EntityManager } from 'typeorm';
import { reservationEntity } from '../entities/index.js';
import type { ReservationRow } from '../rows/index.js';
import { Table } from '../table.js';

export class ReservationRepository extends Table<ReservationRow> {
  constructor(manager: EntityManager) {
    super(manager, reservationEntity);
  }
}
