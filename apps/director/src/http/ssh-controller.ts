import { type SshTarget, sshPostSchema } from '@bosh6/director-api';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { findDeployment } from '../deployments/find-deployment.js';
import type { SshPayload } from '../deployments/payloads.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { Accepts, Caller, Needs, StartsTask } from './decorators.js';
import { parse } from './parse.js';
import { Services } from './services.js';

@Controller('deployments/:name')
@Needs('deployment:admin')
export class SshController {
  constructor(private readonly services: Services) {}

  @Post('ssh')
  @Accepts('json')
  @StartsTask()
  async ssh(@Param('name') deployment: string, @Body() body: unknown, @Caller() caller: CallerValue): Promise<number> {
    await findDeployment(this.services.store.read, deployment);
    const payload: SshPayload = { deployment, ...parse(sshPostSchema, body) };
    const description = `ssh: ${payload.command}:${inspected(payload.target)}`;
    return this.services.tasks.enqueue({ type: 'ssh', description, deployment, user: caller.name, payload });
  }
}

/** As BOSH's own task list shows a target. */
function inspected(target: SshTarget): string {
  const list = (all: readonly string[]): string => `[${all.map((one) => JSON.stringify(one)).join(', ')}]`;
  const job = target.job == null ? [] : [`"job"=>${JSON.stringify(target.job)}`];
  return `{${[...job, `"ids"=>${list(target.ids)}`, `"indexes"=>${list(target.indexes)}`].join(', ')}}`;
}
