import { errandRunSchema } from '@bosh6/director-api';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { findDeployment } from '../deployments/find-deployment.js';
import type { RunErrandPayload } from '../errands/payloads.js';
import { ContextId, Needs, StartsTask } from './decorators.js';
import { Origin, type TaskOrigin } from './origin.js';
import { parse } from './parse.js';
import { Services } from './services.js';

/** Scripts that run when somebody asks (director-api reference 4.3.8). */
@Controller('deployments/:name/errands')
@Needs('deployment:admin')
export class ErrandsController {
  constructor(private readonly services: Services) {}

  @Get()
  @Needs('deployment:read')
  async list(@Param('name') name: string): Promise<{ name: string }[]> {
    const { read } = this.services.store;
    // It brings along some of what deploys, which is not to be loaded before the Director listens.
    const { findErrands } = await import('../errands/find-errands.js');
    const { jobs, groups } = await findErrands(read, await findDeployment(read, name));
    return [...new Set([...groups.keys(), ...jobs.keys()])].map((errand) => ({ name: errand }));
  }

  @Post(':errand/runs')
  @StartsTask()
  async run(
    @Param() { name, errand }: { name: string; errand: string },
    @Body() body: unknown,
    @Origin() origin: TaskOrigin,
    @ContextId() contextId: string,
  ): Promise<number> {
    await findDeployment(this.services.store.read, name);
    const asked = parse(errandRunSchema, body ?? {});
    const payload: RunErrandPayload = {
      deployment: name,
      errand,
      keepAlive: asked['keep-alive'],
      whenChanged: asked['when-changed'],
      instances: asked.instances,
    };
    const description = `run errand ${errand} from deployment ${name}`;
    return this.services.tasks.enqueue({ type: 'run_errand', description, deployment: name, ...origin, contextId, payload });
  }
}
