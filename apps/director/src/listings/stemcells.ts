import type { Stemcell } from '@bosh6/director-api';
import { compareVersions } from '@bosh6/formats';
import type { Repositories } from '../persistence/store.js';

/** Stemcells by name and version, with the deployments that use them. */
export async function listStemcells(read: Repositories): Promise<Stemcell[]> {
  const deployments = await read.deployments.all();
  const rows = (await read.stemcells.all()).sort((a, b) =>
    a.name === b.name ? compareVersions(a.version, b.version) : a.name < b.name ? -1 : 1,
  );
  return rows.map((row) => ({
    name: row.name,
    operating_system: row.os,
    version: row.version,
    cid: row.cid,
    cpi: row.cpi,
    deployments: deployments.filter((deployment) => deployment.stemcellIds.includes(row.id)).map(({ name }) => ({ name })),
    api_version: row.apiVersion,
    id: row.id,
  }));
}
