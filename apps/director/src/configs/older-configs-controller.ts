import type { ConfigDiff, OlderConfig } from '@bosh6/director-api';
import { Body, Controller, Get, HttpCode, Injectable, Post } from '@nestjs/common';
import { Accepts, Caller, Needs, QueryText } from '../http/decorators.js';
import { rubyTime } from '../http/parse.js';
import { PlainAnswer } from '../http/plain-answer.js';
import { Services } from '../http/services.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { changeset } from './changeset.js';
import { contentOf } from './config-content.js';
import { manifestMap } from './manifest-map.js';
import { storeConfig } from './stored-configs.js';

/** The routes that `/configs` has replaced; the same configs, each type with a route of its own. Without a name they mean `default`. */
@Injectable()
abstract class OlderConfigsController {
  protected abstract readonly type: string;

  constructor(protected readonly services: Services) {}

  @Get()
  async list(@QueryText('limit') limit: string | undefined, @QueryText('name') name: string | undefined): Promise<OlderConfig[]> {
    if (!limit) throw new PlainAnswer(400, "the query parameter 'limit' is missing: say how many configs are wanted");
    if (!/^[1-9]\d{0,8}$/.test(limit))
      throw new PlainAnswer(400, `the query parameter 'limit' is '${limit}', not a whole number from 1 on`);
    const rows = await this.services.store.read.configs.all({ type: this.type, name: this.nameOf(name), deleted: false });
    const newest = rows.reverse().slice(0, Number(limit));
    return newest.map(({ content, createdAt }) => ({ properties: content, created_at: rubyTime(createdAt) }));
  }

  @Post()
  @HttpCode(201)
  @Accepts('yaml')
  @Needs('admin')
  async update(@Body() content: string, @QueryText('name') given: string | undefined, @Caller() caller: CallerValue): Promise<void> {
    const { type } = this;
    const name = this.nameOf(given);
    manifestMap(content, `${type} config '${name}'`);
    const event = { action: 'update', objectType: `${type}-config`, ...this.eventName(name) };
    await storeConfig(this.services, { type, name, content }, caller, event);
  }

  @Post('diff')
  @HttpCode(200)
  @Accepts('yaml')
  @Needs('admin')
  async diff(
    @Body() content: string,
    @QueryText('name') given: string | undefined,
    @QueryText('redact') redact: string | undefined,
  ): Promise<ConfigDiff> {
    const name = this.nameOf(given);
    const document = `${this.type} config '${name}'`;
    const after = manifestMap(content, document);
    const current = await this.services.store.read.configs.current(this.type, name);
    try {
      const before = current === undefined ? {} : contentOf(current.content, document);
      return { diff: changeset(before, after, { showSecrets: this.showsSecrets(redact) }) };
    } catch (error) {
      return { diff: [], error: `Unable to diff ${this.type}-config: ${(error as Error).message}` };
    }
  }

  protected nameOf(name: string | undefined): string {
    return name || 'default';
  }

  protected eventName(name: string): { objectName?: string } {
    return { objectName: name };
  }

  protected showsSecrets(redact: string | undefined): boolean {
    return redact === 'false';
  }
}

@Controller('cloud_configs')
@Needs('read')
export class CloudConfigsController extends OlderConfigsController {
  protected readonly type = 'cloud';

  protected override showsSecrets(): boolean {
    return true;
  }
}

@Controller('runtime_configs')
@Needs('read')
export class RuntimeConfigsController extends OlderConfigsController {
  protected readonly type = 'runtime';
}

/** Only ever the one called `default`. */
@Controller('cpi_configs')
@Needs('admin')
export class CpiConfigsController extends OlderConfigsController {
  protected readonly type = 'cpi';

  protected override nameOf(): string {
    return 'default';
  }

  protected override eventName(): object {
    return {};
  }
}
