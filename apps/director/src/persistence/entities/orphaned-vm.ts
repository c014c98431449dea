import { EntitySchema } from 'typeorm';
import type { OrphanedVmRow } from '../rows/index.js';

export const orphanedVmEntity = new EntitySchema<OrphanedVmRow>({
  name: 'OrphanedVm',
  tableName: 'orphaned_vms',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    cid: { type: 'text' },
    agentId: { type: 'text', name: 'agent_id' },
    cpi: { type: 'text' },
    az: { type: 'text', nullable: true },
    deploymentName: { type: 'text', name: 'deployment_name' },
    instanceName: { type: 'text', name: 'instance_name' },
    orphanedAt: { type: 'integer', name: 'orphaned_at' },
  },
});
