import type { EntityManager } from 'typeorm';
import { formerVariableEntity, variableEntity } from '../entities/index.js';
import type { FormerVariableRow, NewVariableRow, VariableRow } from '../rows/index.js';
import { Table } from '../table.js';

/** The newest values of variables, and those that instances still have. */
export class VariableRepository extends Table<VariableRow, NewVariableRow> {
  readonly former: Table<FormerVariableRow>;

  constructor(manager: EntityManager) {
    super(manager, variableEntity);
    this.former = new Table(manager, formerVariableEntity);
  }
}
