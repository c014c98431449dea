import { EntitySchema } from 'typeorm';
import type { SnapshotRow } from '../rows/index.js';

export const snapshotEntity = new EntitySchema<SnapshotRow>({
  name: 'Snapshot',
  tableName: 'snapshots',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    cid: { type: 'text' },
    diskCid: { type: 'text', name: 'disk_cid' },
    cpi: { type: 'text' },
    clean: { type: 'boolean' },
    createdAt: { type: 'integer', name: 'created_at' },
  },
});
