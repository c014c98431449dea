import { type Json } from '@bosh6/base';
import { type Event, eventPostSchema, eventQuerySchema } from '@bosh6/director-api';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AnswerCache } from '../http/answer-cache.js';
import { Accepts, AsJson, Caller, Needs } from '../http/decorators.js';
import { parse } from '../http/parse.js';
import { PlainAnswer } from '../http/plain-answer.js';
import { Services } from '../http/services.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { eventTime } from './event-time.js';
import { presentEvent } from './present-event.js';
import { recordEvent } from './record-event.js';

const page = 200;

@Controller('events')
@Needs('admin')
export class EventsController {
  readonly #answers: AnswerCache;

  constructor(private readonly services: Services) {
    this.#answers = new AnswerCache(services.store);
  }

  @Get()
  @AsJson()
  @Needs('read_events')
  async list(@Query() query: unknown): Promise<Buffer> {
    const asked = parse(eventQuerySchema, query);
    const { task, deployment, instance, user, action, object_type, object_name } = asked;
    const wanted = { taskId: task, deployment, instance, user, action, objectType: object_type, objectName: object_name };
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined && value !== ''));
    const newest = {
      limit: page,
      ...(asked.before_id === undefined ? {} : { beforeId: asked.before_id }),
      ...(asked.before_time === undefined ? {} : { before: eventTime(asked.before_time, 'before') }),
      // BOSH leaves out the whole second that is named.
      ...(asked.after_time === undefined ? {} : { from: eventTime(asked.after_time, 'after') + 1000 }),
    };
    return this.#answers.get(JSON.stringify([given, newest]), async () => {
      const rows = await this.services.store.read.events.newest(given, newest);
      return rows.map(presentEvent);
    });
  }

  @Get(':id')
  @AsJson()
  async show(@Param('id') id: string): Promise<Event> {
    const row = /^\d{1,15}$/.test(id) ? await this.services.store.read.events.find({ id: Number(id) }) : undefined;
    if (row === undefined) throw new PlainAnswer(404, `there is no event ${id}`);
    return presentEvent(row);
  }

  @Post()
  @HttpCode(200)
  @Accepts('json')
  async record(@Body() body: unknown, @Caller() caller: CallerValue): Promise<void> {
    const { action, object_type: objectType, object_name: objectName, timestamp, ...rest } = parse(eventPostSchema, body);
    const { deployment = null, instance = null, error = null, context } = rest;
    const at = timestamp == null ? {} : { timestamp: eventTime(timestamp, 'timestamp') };
    const facts = { action, objectType, objectName, deployment, instance, error, context: (context ?? {}) as Json };
    await this.services.store.write((tx) => recordEvent(tx, this.services.world, { user: caller.name, ...facts, ...at }));
  }
}
