import type { EntityManager } from 'typeorm';
import { orphanDiskEntity } from '../entities/index.js';
import type { OrphanDiskRow } from '../rows/index.js';
import { Table } from '../table.js';

export class OrphanDiskRepository extends Table<OrphanDiskRow> {
  constructor(manager: EntityManager) {
    super(manager, orphanDiskEntity);
  }
}
