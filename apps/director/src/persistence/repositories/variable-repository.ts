import type { EntityManager } from 'typeorm';
import { variableEntity } from '../entities/index.js';
import type { NewVariableRow, VariableRow } from '../rows/index.js';
import { Table } from '../table.js';

export class VariableRepository extends Table<VariableRow, NewVariableRow> {
  constructor(manager: EntityManager) {
    super(manager, variableEntity);
  }
}
