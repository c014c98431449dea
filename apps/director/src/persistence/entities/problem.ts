import { EntitySchema } from 'typeorm';
import type { ProblemRow } from '../rows/index.js';

export const problemEntity = new EntitySchema<ProblemRow>({
  name: 'Problem',
  tableName: 'deployment_problems',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    deploymentId: { type: 'integer', name: 'deployment_id' },
    type: { type: 'text' },
    resourceId: { type: 'integer', name: 'resource_id' },
    state: { type: 'text' },
    data: { type: 'simple-json' },
    createdAt: { type: 'integer', name: 'created_at' },
  },
});
