import { type DeploymentPlan, deployQuerySchema } from '@bosh6/director-api';
import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { Accepts, Caller, Gone, Needs, QueryText } from './decorators.js';
import { deployPayload } from './deploy-payload.js';
import { parse } from './parse.js';
import { Services } from './services.js';

/** Ours: what a deploy of a manifest would do, with the same options. Writes nothing. */
@Controller('deployments/:name/plan')
export class PlansController {
  constructor(private readonly services: Services) {}

  @Post()
  @HttpCode(200)
  @Accepts('yaml')
  @Needs('create_deployment')
  async plan(
    @Param('name') name: string,
    @Body() manifestText: string,
    @Query() query: unknown,
    @QueryText('redact') redact: string | undefined,
    @Caller() caller: CallerValue,
    @Gone() signal: AbortSignal,
  ): Promise<DeploymentPlan> {
    const payload = await deployPayload(this.services, name, manifestText, parse(deployQuerySchema, query), caller);
    return this.services.previews.plan(payload, { user: caller.name, showSecrets: redact === 'false', signal });
  }
}
