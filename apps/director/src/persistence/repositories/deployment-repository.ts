import type { EntityManager } from 'typeorm';
import { deploymentEntity } from '../entities/index.js';
import type { DeploymentRow, NewDeploymentRow } from '../rows/index.js';
import { Table } from '../table.js';

export class DeploymentRepository extends Table<DeploymentRow, NewDeploymentRow> {
  constructor(manager: EntityManager) {
    super(manager, deploymentEntity);
  }

  /** Which one a name is, and whose, without its manifest, which may be long. */
  async head(name: string): Promise<Pick<DeploymentRow, 'id' | 'teams'> | undefined> {
    const [row] = await this.select<{ id: number; teams: string }>('SELECT "id", "teams" FROM "deployments" WHERE "name" = ?', [name]);
    return row === undefined ? undefined : { id: row.id, teams: JSON.parse(row.teams) };
  }
}
