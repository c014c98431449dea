import type { Deployment } from '@bosh6/director-api';
import { isSeenBy } from '../configs/seen-by.js';
import type { ConfigRow, DeploymentRow, ReleaseRow, ReleaseVersionRow, StemcellRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

export interface DeploymentParts {
  configs: boolean;
  releases: boolean;
  stemcells: boolean;
  lock: boolean;
}

/** Deployments by name, with the parts that were asked for, without those that the caller does not see. */
export async function listDeployments(
  read: Repositories,
  now: number,
  parts: DeploymentParts,
  isSeen: (row: DeploymentRow) => boolean,
): Promise<Deployment[]> {
  const rows = (await read.deployments.all()).filter(isSeen).sort((a, b) => (a.name < b.name ? -1 : 1));
  const current = await read.configs.currentOfType('cloud');
  const names = new Map((await read.releases.all()).map((row: ReleaseRow) => [row.id, row.name]));
  const locks = new Set((await read.locks.all()).filter((row) => row.expiredAt > now).map((row) => row.name));
  return Promise.all(
    rows.map(async (row): Promise<Deployment> => {
      const deployment: Deployment = { name: row.name, teams: row.teams };
      if (parts.configs) deployment.cloud_config = cloudConfig(row, current);
      if (parts.stemcells)
        deployment.stemcells = (await read.stemcells.byIds(row.stemcellIds)).map(({ name, version }: StemcellRow) => ({ name, version }));
      if (parts.releases) {
        const versions = await read.releases.versions.byIds(row.releaseVersionIds);
        deployment.releases = versions.map((version: ReleaseVersionRow) => ({
          name: names.get(version.releaseId) ?? '',
          version: version.version,
        }));
      }
      if (parts.lock) deployment.locked = locks.has(`lock:deployment:${row.name}`);
      return deployment;
    }),
  );
}

function cloudConfig(row: DeploymentRow, all: readonly ConfigRow[]): string {
  if (row.cloudConfigIds.length === 0) return 'none';
  const current = new Set(all.filter((config) => isSeenBy(config, row.teams)).map(({ id }) => id));
  const same = row.cloudConfigIds.length === current.size && row.cloudConfigIds.every((id) => current.has(id));
  return same ? 'latest' : 'outdated';
}
