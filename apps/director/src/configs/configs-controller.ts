import { CodedError } from '@bosh6/base';
import {
  type Config,
  type ConfigConflict,
  type ConfigDiff,
  type ConfigDiffPost,
  configDiffPostSchema,
  configPostSchema,
  configQuerySchema,
} from '@bosh6/director-api';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { fail } from '../errors.js';
import { Accepts, Caller, Needs, QueryText } from '../http/decorators.js';
import { parse } from '../http/parse.js';
import { PlainAnswer } from '../http/plain-answer.js';
import { Services } from '../http/services.js';
import { describe } from '../tasks/line-event-log.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { diffConfigs } from './diff-configs.js';
import { refuseUnapplied } from './refuse-unapplied.js';
import { listConfigs, presentConfig, storeConfig } from './stored-configs.js';

const refused = (what: string): Error => fail('ConfigRequestInvalid', what);

/** A content that cannot be read is told as BOSH tells it, with our error beside. */
function refuseDiff(error: unknown): never {
  if (!CodedError.is(error) || error.http !== 400) throw error;
  const { code, message, details } = describe(error);
  const told = { diff: [], error: `Unable to diff config content: ${message}`, code, description: message, details };
  throw new PlainAnswer(400, JSON.stringify(told));
}

@Controller('configs')
export class ConfigsController {
  constructor(private readonly services: Services) {}

  @Get()
  @Needs('list_configs')
  list(@Query() query: unknown): Promise<Config[]> {
    return listConfigs(this.services.store.read, parse(configQuerySchema, query, refused));
  }

  @Get(':id')
  @Needs('read')
  async get(@Param('id') id: string): Promise<Config> {
    const row = /^\d{1,15}$/.test(id) ? await this.services.store.read.configs.find({ id: Number(id), deleted: false }) : undefined;
    if (row === undefined) throw fail('ConfigNotFound', `there is no config ${id}`);
    return presentConfig(row, await this.services.store.read.configs.current(row.type, row.name));
  }

  @Post('diff')
  @HttpCode(200)
  @Accepts('json')
  @Needs('list_configs')
  async diff(@Body() body: unknown): Promise<ConfigDiff> {
    const wish: ConfigDiffPost = parse(configDiffPostSchema, body, refused);
    return diffConfigs(this.services.store.read, wish).catch(refuseDiff);
  }

  @Post()
  @HttpCode(201)
  @Accepts('json')
  @Needs('update_configs')
  async create(@Body() body: unknown, @Caller() caller: CallerValue, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const wish = parse(configPostSchema, body, refused);
    refuseUnapplied(wish.type);
    const stored = await storeConfig(this.services, wish, caller.name);
    if (stored.ok) return stored.config;
    const conflict: ConfigConflict = {
      latest_id: stored.latestId,
      expected_latest_id: wish.expected_latest_id ?? '',
      description: `${wish.type} config '${wish.name}' was updated meanwhile: it is at id ${stored.latestId}`,
    };
    await reply.status(412).header('content-type', 'text/html;charset=utf-8').send(JSON.stringify(conflict));
    return undefined;
  }

  @Delete()
  @HttpCode(204)
  @Needs('update_configs')
  async deleteNamed(@QueryText('type') type: string | undefined, @QueryText('name') name: string | undefined): Promise<void> {
    if (!type || !name) throw refused("'type' and 'name' are both needed");
    if ((await this.services.store.read.configs.current(type, name)) === undefined)
      throw new PlainAnswer(404, `No config of type '${type}' and name '${name}'`);
    await this.services.store.write((tx) => tx.configs.update({ type, name }, { deleted: true }));
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('update_configs')
  async deleteOne(@Param('id') id: string): Promise<void> {
    await this.get(id);
    await this.services.store.write((tx) => tx.configs.update({ id: Number(id) }, { deleted: true }));
  }
}
