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
import type { ConfigRow } from '../persistence/rows/index.js';
import { describe } from '../tasks/line-event-log.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { diffConfigs } from './diff-configs.js';
import { findConfig } from './find-config.js';
import { teamsOf } from './seen-by.js';
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
  list(@Query() query: unknown, @Caller() caller: CallerValue): Promise<Config[]> {
    const { store, permissions } = this.services;
    const asked = parse(configQuerySchema, query, refused);
    return listConfigs(store.read, asked, (row) => permissions.allows(caller, 'config:read', teamsOf(row)));
  }

  @Get(':id')
  @Needs('read')
  async get(@Param('id') id: string): Promise<Config> {
    const { read } = this.services.store;
    const row = await findConfig(read, id);
    return presentConfig(row, await read.configs.current(row.type, row.name));
  }

  @Post('diff')
  @HttpCode(200)
  @Accepts('json')
  @Needs('list_configs')
  async diff(@Body() body: unknown, @Caller() caller: CallerValue): Promise<ConfigDiff> {
    const wish: ConfigDiffPost = parse(configDiffPostSchema, body, refused);
    const { store, permissions } = this.services;
    const check = (row: ConfigRow): void => permissions.require(caller, 'config:admin', teamsOf(row));
    return diffConfigs(store.read, wish, check).catch(refuseDiff);
  }

  @Post()
  @HttpCode(201)
  @Accepts('json')
  @Needs('update_configs')
  async create(@Body() body: unknown, @Caller() caller: CallerValue, @Res({ passthrough: true }) reply: FastifyReply): Promise<unknown> {
    const wish = parse(configPostSchema, body, refused);
    const stored = await storeConfig(this.services, wish, caller);
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
  async deleteNamed(
    @QueryText('type') type: string | undefined,
    @QueryText('name') name: string | undefined,
    @Caller() caller: CallerValue,
  ): Promise<void> {
    if (!type || !name) throw refused("'type' and 'name' are both needed");
    const { store, permissions } = this.services;
    await store.write(async (tx) => {
      const current = await tx.configs.current(type, name);
      if (current === undefined) throw new PlainAnswer(404, `No config of type '${type}' and name '${name}'`);
      permissions.require(caller, 'config:admin', teamsOf(current));
      await tx.configs.update({ type, name }, { deleted: true });
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('update_configs')
  async deleteOne(@Param('id') id: string, @Caller() caller: CallerValue): Promise<void> {
    const { store, permissions } = this.services;
    await store.write(async (tx) => {
      const row = await findConfig(tx, id);
      permissions.require(caller, 'config:admin', teamsOf(row));
      await tx.configs.update({ id: row.id }, { deleted: true });
    });
  }
}
