import type { EntityManager } from 'typeorm';
import { diskEntity } from '../entities/index.js';
import type { DiskRow } from '../rows/index.js';
import { Table } from '../table.js';

export class DiskRepository extends Table<DiskRow> {
  constructor(manager: EntityManager) {
    super(manager, diskEntity);
  }

  ofInstances(instanceIds: readonly number[]): Promise<DiskRow[]> {
    return this.allIn('instanceId', instanceIds);
  }
}
