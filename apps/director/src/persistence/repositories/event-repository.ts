import { type EntityManager, LessThan } from 'typeorm';
import { eventEntity } from '../entities/index.js';
import type { EventRow } from '../rows/index.js';
import { Table, type Where } from '../table.js';

export class EventRepository extends Table<EventRow> {
  constructor(manager: EntityManager) {
    super(manager, eventEntity);
  }

  /** The newest that match, newest first; with `beforeId` only older ones than that. */
  newest(where: Where<EventRow>, { limit, beforeId }: { limit: number; beforeId?: number }): Promise<EventRow[]> {
    const older = beforeId === undefined ? {} : { id: LessThan(beforeId) };
    return this.manager.find(this.schema, {
      where: { ...where, ...older } as never,
      order: { id: 'DESC' },
      take: limit,
    });
  }
}
