import { type Problem, problemsPutSchema, scanAndFixPutSchema } from '@bosh6/director-api';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { findDeployment } from '../deployments/find-deployment.js';
import { fail } from '../problems/errors.js';
import type { ApplyPayload, ScanAndFixPayload, ScanPayload } from '../problems/payloads.js';
import { Accepts, ContextId, Needs, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { parse } from './parse.js';
import { Services } from './services.js';

/** Cloud check: what differs between a deployment and what the Director knows of it (director-api reference 4.3.10). */
@Controller('deployments/:name')
@Needs('deployment:admin')
export class ProblemsController {
  constructor(private readonly services: Services) {}

  @Post('scans')
  @StartsTask()
  async scan(@Param('name') name: string, @Origin() origin: TaskOrigin, @ContextId() contextId: string): Promise<number> {
    await findDeployment(this.services.store.read, name);
    const payload: ScanPayload = { deployment: name };
    return this.services.tasks.enqueue({ type: 'cck_scan', description: 'scan cloud', deployment: name, ...origin, contextId, payload });
  }

  @Get('problems')
  async list(@Param('name') name: string): Promise<Problem[]> {
    const { read } = this.services.store;
    const deployment = await findDeployment(read, name);
    // What mends problems brings along all that deploys, which is not to be loaded before the Director listens.
    const { listProblems } = await import('../problems/list-problems.js');
    return listProblems(read, deployment);
  }

  @Put('problems')
  @Accepts('json')
  @StartsTask()
  async resolve(
    @Param('name') name: string,
    @Body() body: unknown,
    @Origin() origin: TaskOrigin,
    @ContextId() contextId: string,
  ): Promise<number> {
    await findDeployment(this.services.store.read, name);
    const asked = parse(problemsPutSchema, body, (what) => fail('ResolutionsInvalid', what));
    const maxInFlight = Object.fromEntries(
      Object.entries(asked.max_in_flight_overrides ?? {}).map(([group, amount]) => [group, String(amount)]),
    );
    const payload: ApplyPayload = { deployment: name, resolutions: asked.resolutions, maxInFlight };
    return this.services.tasks.enqueue({
      type: 'cck_apply',
      description: 'apply resolutions',
      deployment: name,
      ...origin,
      contextId,
      payload,
    });
  }

  @Put('scan_and_fix')
  @Accepts('json')
  @StartsTask()
  async scanAndFix(
    @Param('name') name: string,
    @Body() body: unknown,
    @Origin() origin: TaskOrigin,
    @ContextId() contextId: string,
  ): Promise<number> {
    const { read } = this.services.store;
    await findDeployment(read, name);
    const { jobs } = parse(scanAndFixPutSchema, body);
    if ((await read.attributes.get('resurrection_paused')) === 'true') throw fail('ResurrectionPaused', 'resurrection is switched off');
    const payload: ScanAndFixPayload = { deployment: name, jobs };
    return this.services.tasks.enqueue({
      type: 'cck_scan_and_fix',
      description: 'scan and fix',
      deployment: name,
      ...origin,
      contextId,
      payload,
    });
  }
}
