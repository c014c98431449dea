import type { EntityManager } from 'typeorm';
import { deploymentEntity } from '../entities/index.js';
import type { DeploymentRow, NewDeploymentRow } from '../rows/index.js';
import { Table } from '../table.js';

export class DeploymentRepository extends Table<DeploymentRow, NewDeploymentRow> {
  constructor(manager: EntityManager) {
    super(manager, deploymentEntity);
  }
}
