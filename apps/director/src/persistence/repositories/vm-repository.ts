import type { EntityManager } from 'typeorm';
import { vmEntity } from '../entities/index.js';
import type { VmAgent, VmRow } from '../rows/index.js';
import { Table } from '../table.js';

export class VmRepository extends Table<VmRow> {
  constructor(manager: EntityManager) {
    super(manager, vmEntity);
  }

  ofInstances(instanceIds: readonly number[]): Promise<VmRow[]> {
    return this.allIn('instanceId', instanceIds);
  }

  /** Of all VMs that instances run on. */
  agents(): Promise<VmAgent[]> {
    return this.manager.find(this.schema, {
      select: { instanceId: true, agentId: true, cid: true, cpi: true },
      where: { active: true } as never,
    });
  }
}
