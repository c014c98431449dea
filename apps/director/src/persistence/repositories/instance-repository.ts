import type { EntityManager } from 'typeorm';
import { instanceEntity } from '../entities/index.js';
import type { InstanceRow, InstanceSummary } from '../rows/index.js';
import { Table } from '../table.js';

const summary = { id: true, uuid: true, deploymentId: true, group: true, index: true, az: true, bootstrap: true } as const;
const state = { state: true, updateCompleted: true, ignore: true } as const;

export class InstanceRepository extends Table<InstanceRow> {
  constructor(manager: EntityManager) {
    super(manager, instanceEntity);
  }

  /** All of them, by id. */
  summaries(): Promise<InstanceSummary[]> {
    return this.manager.find(this.schema, { select: { ...summary, ...state }, order: { id: 'ASC' } });
  }
}
