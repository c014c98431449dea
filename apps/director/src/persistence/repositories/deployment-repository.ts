import type { EntityManager } from 'typeorm';
import { deploymentEntity } from '../entities/index.js';
import type { DeploymentRow } from '../rows/index.js';
import { Table } from '../table.js';

export class DeploymentRepository extends Table<DeploymentRow> {
  constructor(manager: EntityManager) {
    super(manager, deploymentEntity);
  }
}
