import type { EntityManager } from 'typeorm';
import { orphanedVmEntity } from '../entities/index.js';
import type { OrphanedVmRow } from '../rows/index.js';
import { Table } from '../table.js';

export class OrphanedVmRepository extends Table<OrphanedVmRow> {
  constructor(manager: EntityManager) {
    super(manager, orphanedVmEntity);
  }
}
