import type { EntityManager } from 'typeorm';
import { eventEntity } from '../entities/index.js';
import type { EventRow } from '../rows/index.js';
import { Table } from '../table.js';

export class EventRepository extends Table<EventRow> {
  constructor(manager: EntityManager) {
    super(manager, eventEntity);
  }
}
