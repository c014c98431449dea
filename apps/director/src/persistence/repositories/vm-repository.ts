import { type EntityManager, In } from 'typeorm';
import { vmEntity } from '../entities/index.js';
import type { VmRow } from '../rows/index.js';
import { Table } from '../table.js';

export class VmRepository extends Table<VmRow> {
  constructor(manager: EntityManager) {
    super(manager, vmEntity);
  }

  async ofInstances(instanceIds: readonly number[]): Promise<VmRow[]> {
    if (instanceIds.length === 0) return [];
    return this.manager.find(vmEntity, { where: { instanceId: In([...instanceIds]) }, order: { id: 'ASC' } });
  }
}
