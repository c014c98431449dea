import { EntitySchema } from 'typeorm';
import type { DeploymentRow, FormerVariableRow, VariableRow } from '../rows/index.js';

export const deploymentEntity = new EntitySchema<DeploymentRow>({
  name: 'Deployment',
  tableName: 'deployments',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    name: { type: 'text' },
    manifestText: { type: 'text', name: 'manifest_text', nullable: true },
    cloudConfigIds: { type: 'simple-json', name: 'cloud_config_ids' },
    runtimeConfigIds: { type: 'simple-json', name: 'runtime_config_ids' },
    releaseVersionIds: { type: 'simple-json', name: 'release_version_ids' },
    stemcellIds: { type: 'simple-json', name: 'stemcell_ids' },
    teams: { type: 'simple-json', default: '[]' },
  },
});

export const variableEntity = new EntitySchema<VariableRow>({
  name: 'Variable',
  tableName: 'variables',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    deploymentId: { type: 'integer', name: 'deployment_id' },
    name: { type: 'text' },
    type: { type: 'text' },
    value: { type: 'simple-json' },
    definition: { type: 'text', nullable: true },
    createdAt: { type: 'integer', name: 'created_at' },
  },
});

export const formerVariableEntity = new EntitySchema<FormerVariableRow>({
  name: 'FormerVariable',
  tableName: 'former_variables',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    deploymentId: { type: 'integer', name: 'deployment_id' },
    instanceId: { type: 'integer', name: 'instance_id' },
    name: { type: 'text' },
    value: { type: 'simple-json' },
  },
});
