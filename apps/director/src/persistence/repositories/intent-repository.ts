import type { Json } from '@bosh6/base';
import { type EntityManager, In, LessThanOrEqual, Raw } from 'typeorm';
import { intentEntity } from '../entities/index.js';
import type { IntentRow, IntentState } from '../rows/index.js';
import { Table } from '../table.js';

/** Of a CPI call that was cut off and could not be repeated; quotes within a text of the JSON have a backslash before them. */
const isSuspect = `LIKE '%"suspect":%'`;

/** External effects, written down before they are tried. */
export class IntentRepository extends Table<IntentRow> {
  constructor(manager: EntityManager) {
    super(manager, intentEntity);
  }

  async settle(requestId: string, state: Exclude<IntentState, 'open'>, outcome: Json): Promise<void> {
    await this.update({ requestId }, { state, outcome });
  }

  /** Those that ended without anybody knowing how. */
  suspects(): Promise<IntentRow[]> {
    const where = { state: 'failed', outcome: Raw((column) => `${column} ${isSuspect}`) };
    return this.manager.find(this.schema, { where: where as never, order: { id: 'ASC' } });
  }

  /** Forgets all but the newest, never one that is open or of which nobody knows how it ended. */
  async deleteAllBut(newest: number): Promise<void> {
    const [last] = await this.manager.find(this.schema, { select: { id: true }, order: { id: 'DESC' }, skip: newest, take: 1 });
    if (last === undefined) return;
    const where = { id: LessThanOrEqual(last.id), state: In(['done', 'failed']), outcome: Raw((column) => `${column} NOT ${isSuspect}`) };
    await this.manager.delete(this.schema, where as never);
  }
}
