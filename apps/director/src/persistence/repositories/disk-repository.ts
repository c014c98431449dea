import { type EntityManager, In } from 'typeorm';
import { diskEntity } from '../entities/index.js';
import type { DiskRow } from '../rows/index.js';
import { Table } from '../table.js';

export class DiskRepository extends Table<DiskRow> {
  constructor(manager: EntityManager) {
    super(manager, diskEntity);
  }

  async ofInstances(instanceIds: readonly number[]): Promise<DiskRow[]> {
    if (instanceIds.length === 0) return [];
    return this.manager.find(diskEntity, { where: { instanceId: In([...instanceIds]) }, order: { id: 'ASC' } });
  }
}
