import type { Json } from '@bosh6/base';
import type { EntityManager } from 'typeorm';
import { intentEntity } from '../entities/index.js';
import type { IntentRow, IntentState } from '../rows/index.js';
import { Table } from '../table.js';

/** External effects, written down before they are tried. */
export class IntentRepository extends Table<IntentRow> {
  constructor(manager: EntityManager) {
    super(manager, intentEntity);
  }

  async settle(requestId: string, state: Exclude<IntentState, 'open'>, outcome: Json): Promise<void> {
    await this.update({ requestId }, { state, outcome });
  }
}
