import type { Event, Lock } from '@bosh6/director-api';
import { Controller, Get, Query } from '@nestjs/common';
import type { EventRow } from '../persistence/rows/index.js';
import { AsJson, Needs } from './decorators.js';
import { Services } from './services.js';

const page = 200;

@Controller()
@AsJson()
export class EventsController {
  constructor(private readonly services: Services) {}

  @Get('events')
  @Needs('read_events')
  async events(@Query() query: Record<string, string | undefined>): Promise<Event[]> {
    const rows = await this.services.store.read.events.all();
    const is = (wanted: string | undefined, value: unknown): boolean =>
      wanted === undefined || wanted === '' || wanted === String(value ?? '');
    return rows
      .filter((row) => query.before_id === undefined || row.id < Number(query.before_id))
      .filter((row) => is(query.task, row.taskId) && is(query.deployment, row.deployment) && is(query.instance, row.instance))
      .filter((row) => is(query.user, row.user) && is(query.action, row.action))
      .filter((row) => is(query.object_type, row.objectType) && is(query.object_name, row.objectName))
      .reverse()
      .slice(0, page)
      .map(present);
  }

  @Get('locks')
  @Needs('read')
  async locks(): Promise<Lock[]> {
    const now = this.services.world.now();
    return (await this.services.store.read.locks.all())
      .filter((row) => row.expiredAt > now)
      .map((row) => {
        const [, type = '', ...resource] = row.name.split(':');
        return { type, resource, timeout: (row.expiredAt / 1000).toFixed(6), task_id: String(row.taskId ?? '') };
      });
  }
}

function present(row: EventRow): Event {
  const event: Event = {
    id: String(row.id),
    timestamp: Math.floor(row.timestamp / 1000),
    user: row.user,
    action: row.action,
    object_type: row.objectType,
  };
  if (row.parentId !== null) event.parent_id = String(row.parentId);
  if (row.objectName !== null) event.object_name = row.objectName;
  if (row.taskId !== null) event.task = String(row.taskId);
  if (row.deployment !== null) event.deployment = row.deployment;
  if (row.instance !== null) event.instance = row.instance;
  if (row.error !== null) event.error = row.error;
  return event;
}
