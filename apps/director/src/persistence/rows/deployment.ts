import type { Json } from '@bosh6/base';

export interface DeploymentRow {
  readonly id: number;
  readonly name: string;
  /** As last deployed; null before the first successful deploy. */
  readonly manifestText: string | null;
  readonly cloudConfigIds: number[];
  readonly runtimeConfigIds: number[];
  readonly releaseVersionIds: number[];
  readonly stemcellIds: number[];
  /** Those of whoever made it; who administers one of them administers it. */
  readonly teams: string[];
}

export type NewDeploymentRow = Omit<DeploymentRow, 'id' | 'teams'> & Partial<Pick<DeploymentRow, 'teams'>>;

/** A value that a deployment's manifest asked to have generated. */
export interface VariableRow {
  readonly id: number;
  readonly deploymentId: number;
  readonly name: string;
  readonly type: string;
  readonly value: Json;
  readonly createdAt: number;
}
