import { type Event, eventQuerySchema, type Lock } from '@bosh6/director-api';
import { Controller, Get, Query } from '@nestjs/common';
import type { EventRow } from '../persistence/rows/index.js';
import { AsJson, Needs } from './decorators.js';
import { parse } from './parse.js';
import { Services } from './services.js';

const page = 200;

@Controller()
@AsJson()
export class EventsController {
  constructor(private readonly services: Services) {}

  @Get('events')
  @Needs('read_events')
  async events(@Query() query: unknown): Promise<Event[]> {
    const { before_id: beforeId, task, deployment, instance, user, action, object_type, object_name } = parse(eventQuerySchema, query);
    const wanted = { taskId: task, deployment, instance, user, action, objectType: object_type, objectName: object_name };
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''));
    const rows = await this.services.store.read.events.newest(given, { limit: page, ...(beforeId === undefined ? {} : { beforeId }) });
    return rows.map(present);
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
