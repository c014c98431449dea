import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { eventEntity } from '../entities/index.js';
import type { EventRow } from '../rows/index.js';
import { Table, type Where } from '../table.js';

export interface EventPage {
  readonly limit: number;
  readonly beforeId?: number;
  readonly before?: number;
  readonly from?: number;
}

/** What events may be chosen by. */
export type EventFilter = Where<Pick<EventRow, keyof typeof chosenBy>>;

const chosenBy = {
  taskId: 'task_id',
  deployment: 'deployment',
  instance: 'instance',
  user: 'user_name',
  action: 'action',
  objectType: 'object_type',
  objectName: 'object_name',
} as const;
const columns = `"id", "parent_id" AS "parentId", "timestamp", "user_name" AS "user", "action", "object_type" AS "objectType",
  "object_name" AS "objectName", "error", "task_id" AS "taskId", "deployment", "instance", "context"`;

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
  async newest(where: EventFilter, { limit, beforeId, before, from }: EventPage): Promise<EventRow[]> {
    const conditions: [sql: string, value: unknown][] = [];
    for (const [key, column] of Object.entries(chosenBy)) {
      const value = where[key as keyof EventFilter];
      if (value !== undefined) conditions.push([`"${column}" = ?`, value]);
    }
    if (beforeId !== undefined) conditions.push(['"id" < ?', beforeId]);
    if (before !== undefined) conditions.push(['"timestamp" < ?', before]);
    if (from !== undefined) conditions.push(['"timestamp" >= ?', from]);
    const condition = conditions.length === 0 ? '' : `WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`;
    const sql = `SELECT ${columns} FROM "events" ${condition} ORDER BY "id" DESC LIMIT ?`;
    const rows = await this.select<EventRow & { context: string }>(sql, [...conditions.map(([, value]) => value), limit]);
    return rows.map((row) => ({ ...row, context: JSON.parse(row.context) }));
  }
}
