import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { holdsAddress, wantedAddress } from '../deployments/addresses-of.js';
import { findDeploymentHead } from '../deployments/find-deployment.js';
import type { FetchLogsPayload, VmsPayload } from '../deployments/payloads.js';
import { listInstances, listVms } from '../listings/instances.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { AnswerCache } from './answer-cache.js';
import { taskUrl } from './answer-interceptor.js';
import { Caller, type DirectorRequest, Needs, QueryText, StartsTask } from './decorators.js';
import { Services } from './services.js';

@Controller('deployments/:name')
@Needs('deployment:admin')
export class InstancesController {
  readonly #answers: AnswerCache;

  constructor(private readonly services: Services) {
    this.#answers = new AnswerCache(services.store);
  }

  @Get('instances')
  @Needs('deployment:read')
  instances(
    @Param('name') name: string,
    @QueryText('format') format: string | undefined,
    @QueryText('ip') ip: string | undefined,
    @Caller() caller: CallerValue,
    @Req() request: DirectorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#answer('instances', name, { format, ip }, caller, request, reply);
  }

  @Get('vms')
  @Needs('deployment:read')
  vms(
    @Param('name') name: string,
    @QueryText('format') format: string | undefined,
    @QueryText('ip') ip: string | undefined,
    @Caller() caller: CallerValue,
    @Req() request: DirectorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#answer('vms', name, { format, ip }, caller, request, reply);
  }

  /** `*` stands for all groups, and for all instances of a group. */
  @Get('jobs/:group/:id/logs')
  @StartsTask()
  async logs(
    @Param() where: { name: string; group: string; id: string },
    @QueryText('type') type: string | undefined,
    @QueryText('filters') filters: string | undefined,
    @Caller() caller: CallerValue,
  ): Promise<number> {
    await findDeploymentHead(this.services.store.read, where.name);
    const wanted = (filters ?? '').split(/[,\s]+/).filter((filter) => filter !== '');
    const payload: FetchLogsPayload = {
      deployment: where.name,
      logType: type === undefined || type === '' ? 'job' : type,
      ...(where.group === '*' ? {} : { group: where.group }),
      ...(where.id === '*' ? {} : { id: where.id }),
      ...(wanted.length === 0 ? {} : { filters: wanted }),
    };
    return this.services.tasks.enqueue({
      type: 'fetch_logs',
      description: 'fetch logs',
      deployment: where.name,
      user: caller.name,
      payload,
    });
  }

  async #answer(
    kind: VmsPayload['kind'],
    name: string,
    query: { format: string | undefined; ip: string | undefined },
    caller: CallerValue,
    request: DirectorRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const deployment = await findDeploymentHead(this.services.store.read, name);
    const wanted = wantedAddress(query.ip);
    if (query.format !== 'full') {
      const bytes = await this.#answers.get(`${kind} ${deployment.id} ${wanted ?? ''}`, async () => {
        const rows = await (kind === 'vms' ? listVms : listInstances)(this.services.store.read, deployment.id);
        return wanted === undefined ? rows : rows.filter(({ ips }) => holdsAddress(ips, wanted));
      });
      await reply.header('content-type', 'text/html;charset=utf-8').send(bytes);
      return;
    }
    const payload: VmsPayload = { deployment: name, kind, ...(wanted === undefined ? {} : { ip: wanted.toString() }) };
    const id = await this.services.tasks.enqueue({
      type: 'vms',
      description: 'retrieve vm-stats',
      deployment: name,
      user: caller.name,
      payload,
    });
    await reply.redirect(taskUrl(request, id), 302);
  }
}
