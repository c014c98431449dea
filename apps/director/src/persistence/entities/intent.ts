import { EntitySchema } from 'typeorm';
import type { IntentRow } from '../rows/index.js';

export const intentEntity = new EntitySchema<IntentRow>({
  name: 'Intent',
  tableName: 'intents',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    taskId: { type: 'integer', name: 'task_id', nullable: true },
    kind: { type: 'text' },
    requestId: { type: 'text', name: 'request_id' },
    payload: { type: 'simple-json' },
    state: { type: 'text' },
    outcome: { type: 'simple-json' },
    createdAt: { type: 'integer', name: 'created_at' },
  },
});
