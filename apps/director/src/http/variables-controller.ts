import { isJsonObject } from '@bosh6/base';
import type { DeployedCertificate, DeployedVariables, Variable } from '@bosh6/director-api';
import { Controller, Get, Param } from '@nestjs/common';
import { variablePath } from '../deploy/variables/variable-path.js';
import { findDeployment } from '../deployments/find-deployment.js';
import { expiryOf } from '../info/expiry-of.js';
import type { Caller as CallerValue } from '../uaa/token-service.js';
import { Caller, Needs } from './decorators.js';
import { Services } from './services.js';

/** Which generated values deployments have; never the values. */
@Controller()
export class VariablesController {
  constructor(private readonly services: Services) {}

  @Get('deployments/:name/variables')
  @Needs('deployment:admin')
  async list(@Param('name') name: string): Promise<Variable[]> {
    const { read } = this.services.store;
    const { id: deploymentId } = await findDeployment(read, name);
    const rows = await read.variables.all({ deploymentId });
    return rows.map((row) => ({ id: String(row.id), name: this.#path(name, row.name) }));
  }

  @Get('deployments/:name/certificate_expiry')
  @Needs('deployment:read')
  async certificates(@Param('name') name: string): Promise<DeployedCertificate[]> {
    const { store, world } = this.services;
    const { id: deploymentId } = await findDeployment(store.read, name);
    return (await store.read.variables.all({ deploymentId })).flatMap(({ id, name: variable, value }) => {
      const text = isJsonObject(value) ? value.certificate : undefined;
      if (typeof text !== 'string') return [];
      const { until, daysLeft } = expiryOf(text, world.now());
      return [{ name: this.#path(name, variable), id: String(id), expiry_date: until, days_left: daysLeft }];
    });
  }

  @Get('deployed_variables/:name')
  @Needs('list_deployments')
  async deployments(@Param('name') wanted: string, @Caller() caller: CallerValue): Promise<DeployedVariables> {
    const { store, permissions } = this.services;
    const { read } = store;
    const deployments: DeployedVariables['deployments'] = [];
    for (const { id: deploymentId, name, teams } of await read.deployments.all()) {
      if (!permissions.allows(caller, 'deployment:read', teams)) continue;
      const found = (await read.variables.all({ deploymentId })).find((row) => this.#path(name, row.name) === wanted);
      if (found !== undefined) deployments.push({ name, version: String(found.id) });
    }
    return { deployments: deployments.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  }

  #path(deployment: string, name: string): string {
    return variablePath(this.services.config.name, deployment, name);
  }
}
