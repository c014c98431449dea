import type { EntityManager } from 'typeorm';
import { intentEntity } from '../entities/index.js';
import type { IntentRow } from '../rows/index.js';
import { Table } from '../table.js';

export class IntentRepository extends Table<IntentRow> {
  constructor(manager: EntityManager) {
    super(manager, intentEntity);
  }
}
