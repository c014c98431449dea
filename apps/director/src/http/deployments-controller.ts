import { type Deployment, type DeploymentConfig, type DeploymentDiff, deployQuerySchema } from '@bosh6/director-api';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { diffDeployment } from '../configs/diff-deployment.js';
import { manifestMap } from '../configs/manifest-map.js';
import type { DeleteDeploymentPayload, UpdateDeploymentPayload } from '../deploy/payloads.js';
import { parsePlanId } from '../deploy/plan/plan-id.js';
import { findDeployment } from '../deployments/find-deployment.js';
import { fail } from '../errors.js';
import { listDeployments } from '../listings/deployments.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { Accepts, Caller, ContextId, Needs, QueryText, StartsTask } from './decorators.js';
import { deployPayload, teamsFor } from './deploy-payload.js';
import { Origin, type TaskOrigin } from './origin.js';
import { isTrue, parse } from './parse.js';
import { Services } from './services.js';

@Controller('deployments')
export class DeploymentsController {
  constructor(private readonly services: Services) {}

  @Get()
  @Needs('list_deployments')
  list(@Query() query: Record<string, string | undefined>, @Caller() caller: CallerValue): Promise<Deployment[]> {
    const { store, world, permissions } = this.services;
    const parts = {
      configs: !isTrue(query.exclude_configs),
      releases: !isTrue(query.exclude_releases),
      stemcells: !isTrue(query.exclude_stemcells),
      lock: !isTrue(query.exclude_lock),
    };
    return listDeployments(store.read, world.now(), parts, ({ teams }) => permissions.allows(caller, 'deployment:read', teams));
  }

  @Get(':name')
  @Needs('deployment:read')
  async manifest(@Param('name') name: string): Promise<{ manifest: string | null }> {
    return { manifest: (await findDeployment(this.services.store.read, name)).manifestText };
  }

  @Post()
  @Accepts('yaml')
  @Needs('create_deployment')
  @StartsTask()
  async deploy(
    @Body() manifestText: string,
    @Query() query: unknown,
    @Caller() caller: CallerValue,
    @Origin() origin: TaskOrigin,
    @ContextId() contextId: string,
  ): Promise<number> {
    const options = parse(deployQuerySchema, query);
    const { name } = manifestMap(manifestText);
    if (typeof name !== 'string' || name === '')
      throw fail('FieldMissing', "the manifest has no 'name'", { where: { document: 'manifest', pointer: '/name' } });
    const dryRun = isTrue(options.dry_run);
    const { plan } = options;
    if (plan !== undefined) parsePlanId(plan);
    const payload: UpdateDeploymentPayload = {
      ...(await deployPayload(this.services, name, manifestText, options, caller)),
      ...(dryRun ? { dryRun } : {}),
      ...(plan === undefined ? {} : { plan }),
    };
    return this.services.tasks.enqueue({
      type: 'update_deployment',
      description: `create deployment${dryRun ? ' (dry run)' : ''}`,
      deployment: name,
      teams: payload.teams ?? [],
      ...origin,
      contextId,
      payload,
    });
  }

  @Post(':name/diff')
  @HttpCode(200)
  @Accepts('yaml')
  @Needs('create_deployment')
  async diff(
    @Param('name') name: string,
    @Body() manifestText: string,
    @QueryText('redact') redact: string | undefined,
    @Caller() caller: CallerValue,
  ): Promise<DeploymentDiff> {
    const teams = await teamsFor(this.services, name, caller);
    return diffDeployment(this.services.store.read, { name, teams }, manifestText, redact !== 'false');
  }

  @Delete(':name')
  @Needs('deployment:admin')
  @StartsTask()
  async delete(
    @Param('name') name: string,
    @QueryText('force') force: string | undefined,
    @Origin() origin: TaskOrigin,
    @ContextId() contextId: string,
  ): Promise<number> {
    await findDeployment(this.services.store.read, name);
    const payload: DeleteDeploymentPayload = { deployment: name, ...(isTrue(force) ? { force: true } : {}) };
    const task = {
      type: 'delete_deployment',
      description: `delete deployment ${name}`,
      deployment: name,
      ...origin,
      contextId,
      payload,
    };
    return this.services.tasks.enqueue(task);
  }
}

@Controller('deployment_configs')
export class DeploymentConfigsController {
  constructor(private readonly services: Services) {}

  @Get()
  @Needs('list_deployments')
  async list(@Query() query: Record<string, string | string[] | undefined>, @Caller() caller: CallerValue): Promise<DeploymentConfig[]> {
    const names = [query['deployment[]'] ?? query.deployment ?? []].flat();
    const { deployments, configs } = this.services.store.read;
    const result: DeploymentConfig[] = [];
    for (const row of await deployments.all()) {
      if (!names.includes(row.name) || !this.services.permissions.allows(caller, 'deployment:read', row.teams)) continue;
      const used = await configs.byIds([...row.cloudConfigIds, ...row.runtimeConfigIds]);
      for (const { id, type, name } of used) result.push({ id: result.length + 1, deployment: row.name, config: { id, type, name } });
    }
    return result;
  }
}
