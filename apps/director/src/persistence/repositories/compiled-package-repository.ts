import type { EntityManager } from 'typeorm';
import { compiledPackageEntity } from '../entities/index.js';
import type { CompiledPackageRow } from '../rows/index.js';
import { Table } from '../table.js';

export class CompiledPackageRepository extends Table<CompiledPackageRow> {
  constructor(manager: EntityManager) {
    super(manager, compiledPackageEntity);
  }
}
