import { EntitySchema } from 'typeorm';
import type { DynamicDiskRow } from '../rows/index.js';

export const dynamicDiskEntity = new EntitySchema<DynamicDiskRow>({
  name: 'DynamicDisk',
  tableName: 'dynamic_disks',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    deploymentId: { type: 'integer', name: 'deployment_id' },
    name: { type: 'text' },
    cid: { type: 'text', name: 'disk_cid' },
    pool: { type: 'text', name: 'disk_pool_name' },
    size: { type: 'integer' },
    az: { type: 'text', name: 'availability_zone', nullable: true },
    cpi: { type: 'text' },
    metadata: { type: 'simple-json' },
    instanceId: { type: 'integer', name: 'instance_id', nullable: true },
    vmCid: { type: 'text', name: 'vm_cid', nullable: true },
    hint: { type: 'simple-json', name: 'disk_hint', nullable: true },
  },
});
