import { EntitySchema } from 'typeorm';
import type { PassingBlobRow } from '../rows/index.js';

export const passingBlobEntity = new EntitySchema<PassingBlobRow>({
  name: 'PassingBlob',
  tableName: 'passing_blobs',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    blobstoreId: { type: 'text', name: 'blobstore_id' },
    keepUntil: { type: 'integer', name: 'keep_until' },
  },
});
