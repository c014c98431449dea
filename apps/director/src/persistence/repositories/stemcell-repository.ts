import type { EntityManager } from 'typeorm';
import { stemcellEntity } from '../entities/index.js';
import type { StemcellRow } from '../rows/index.js';
import { Table } from '../table.js';

export class StemcellRepository extends Table<StemcellRow> {
  constructor(manager: EntityManager) {
    super(manager, stemcellEntity);
  }
}
