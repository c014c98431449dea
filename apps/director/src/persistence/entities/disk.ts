import { EntitySchema } from 'typeorm';
import type { DiskRow, OrphanDiskRow } from '../rows/index.js';

export const diskEntity = new EntitySchema<DiskRow>({
  name: 'Disk',
  tableName: 'disks',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    instanceId: { type: 'integer', name: 'instance_id' },
    cid: { type: 'text' },
    size: { type: 'integer' },
    active: { type: 'boolean' },
    cloudProperties: { type: 'simple-json', name: 'cloud_properties' },
    name: { type: 'text' },
    cpi: { type: 'text' },
  },
});

export const orphanDiskEntity = new EntitySchema<OrphanDiskRow>({
  name: 'OrphanDisk',
  tableName: 'orphan_disks',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    cid: { type: 'text' },
    size: { type: 'integer' },
    az: { type: 'text', nullable: true },
    deploymentName: { type: 'text', name: 'deployment_name' },
    instanceName: { type: 'text', name: 'instance_name' },
    cloudProperties: { type: 'simple-json', name: 'cloud_properties' },
    cpi: { type: 'text' },
    orphanedAt: { type: 'integer', name: 'orphaned_at' },
  },
});
