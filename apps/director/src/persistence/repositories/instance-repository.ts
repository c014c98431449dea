import type { EntityManager } from 'typeorm';
import { instanceEntity } from '../entities/index.js';
import type { InstanceRow } from '../rows/index.js';
import { Table } from '../table.js';

export class InstanceRepository extends Table<InstanceRow> {
  constructor(manager: EntityManager) {
    super(manager, instanceEntity);
  }
}
