import { isJsonObject } from '@bosh6/base';
import type { Event } from '@bosh6/director-api';
import type { EventRow } from '../persistence/rows/index.js';

/** As clients see it: ids as texts, and nothing that is empty. */
export function presentEvent(row: EventRow): Event {
  const event: Event = { id: String(row.id), timestamp: Math.floor(row.timestamp / 1000), action: row.action, object_type: row.objectType };
  if (row.parentId !== null) event.parent_id = String(row.parentId);
  if (row.user !== '') event.user = row.user;
  if (row.objectName) event.object_name = row.objectName;
  if (row.error) event.error = row.error;
  if (row.taskId !== null) event.task = String(row.taskId);
  if (row.deployment) event.deployment = row.deployment;
  if (row.instance) event.instance = row.instance;
  if (isJsonObject(row.context)) event.context = row.context;
  return event;
}
