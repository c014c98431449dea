import { And, type EntityManager, type FindOperator, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { eventEntity } from '../entities/index.js';
import type { EventRow } from '../rows/index.js';
import { Table, type Where } from '../table.js';

export interface EventPage {
  readonly limit: number;
  readonly beforeId?: number;
  readonly before?: number;
  readonly from?: number;
}

export class EventRepository extends Table<EventRow> {
  constructor(manager: EntityManager) {
    super(manager, eventEntity);
  }

  /** Forgets all but the newest. */
  async deleteAllBut(newest: number): Promise<void> {
    const [last] = await this.manager.find(this.schema, { select: { id: true }, order: { id: 'DESC' }, skip: newest, take: 1 });
    if (last !== undefined) await this.manager.delete(this.schema, { id: LessThanOrEqual(last.id) });
  }

  /** The newest that match, newest first; older than `beforeId`, and in the time (milliseconds) from `from` to just before `before`. */
  newest(where: Where<EventRow>, { limit, beforeId, before, from }: EventPage): Promise<EventRow[]> {
    const times: FindOperator<number>[] = [];
    if (before !== undefined) times.push(LessThan(before));
    if (from !== undefined) times.push(MoreThanOrEqual(from));
    const older = beforeId === undefined ? {} : { id: LessThan(beforeId) };
    const timely = times.length === 0 ? {} : { timestamp: And(...times) };
    return this.manager.find(this.schema, { where: { ...where, ...older, ...timely } as never, order: { id: 'DESC' }, take: limit });
  }
}
