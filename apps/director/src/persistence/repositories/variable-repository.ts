import type { EntityManager } from 'typeorm';
import { variableEntity } from '../entities/index.js';
import type { VariableRow } from '../rows/index.js';
import { Table } from '../table.js';

export class VariableRepository extends Table<VariableRow> {
  constructor(manager: EntityManager) {
    super(manager, variableEntity);
  }
}
