import type { EntityManager } from 'typeorm';
import { vmEntity } from '../entities/index.js';
import type { VmRow } from '../rows/index.js';
import { Table } from '../table.js';

export class VmRepository extends Table<VmRow> {
  constructor(manager: EntityManager) {
    super(manager, vmEntity);
  }

  ofInstances(instanceIds: readonly number[]): Promise<VmRow[]> {
    return this.allIn('instanceId', instanceIds);
  }
}
