import { EntitySchema } from 'typeorm';
import type { EventRow, LockRow, TaskRow } from '../rows/index.js';

export const taskEntity = new EntitySchema<TaskRow>({
  name: 'Task',
  tableName: 'tasks',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    type: { type: 'text' },
    state: { type: 'text' },
    description: { type: 'text' },
    result: { type: 'text', nullable: true },
    user: { type: 'text', name: 'user_name' },
    deployment: { type: 'text', nullable: true },
    contextId: { type: 'text', name: 'context_id' },
    payload: { type: 'simple-json' },
    createdAt: { type: 'integer', name: 'created_at' },
    startedAt: { type: 'integer', name: 'started_at', nullable: true },
    finishedAt: { type: 'integer', name: 'finished_at', nullable: true },
    leaseOwner: { type: 'text', name: 'lease_owner', nullable: true },
    leaseUntil: { type: 'integer', name: 'lease_until', nullable: true },
    requestKey: { type: 'text', name: 'request_key', nullable: true },
    teams: { type: 'simple-json', default: '[]' },
    requestReads: { type: 'integer', name: 'request_reads', default: 0 },
  },
});

export const eventEntity = new EntitySchema<EventRow>({
  name: 'Event',
  tableName: 'events',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    parentId: { type: 'integer', name: 'parent_id', nullable: true },
    timestamp: { type: 'integer' },
    user: { type: 'text', name: 'user_name' },
    action: { type: 'text' },
    objectType: { type: 'text', name: 'object_type' },
    objectName: { type: 'text', name: 'object_name', nullable: true },
    error: { type: 'text', nullable: true },
    taskId: { type: 'integer', name: 'task_id', nullable: true },
    deployment: { type: 'text', nullable: true },
    instance: { type: 'text', nullable: true },
    context: { type: 'simple-json' },
  },
});

export const lockEntity = new EntitySchema<LockRow>({
  name: 'Lock',
  tableName: 'locks',
  columns: {
    name: { type: 'text', primary: true },
    uid: { type: 'text' },
    expiredAt: { type: 'integer', name: 'expired_at' },
    taskId: { type: 'integer', name: 'task_id', nullable: true },
  },
});
