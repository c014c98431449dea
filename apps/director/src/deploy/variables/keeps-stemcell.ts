import { isJsonObject, type Json } from '@bosh6/base';
import { compareVersions, isLatest, newestVersion } from '@bosh6/formats';
import type { DeploymentRow, StemcellRow } from '../../persistence/rows/index.js';
import type { Repositories } from '../../persistence/store.js';

/** Whether a manifest still uses one of the stemcells that the deployment has; not so before its first deploy. */
export async function keepsStemcell(read: Repositories, { stemcellIds }: DeploymentRow, manifest: Json): Promise<boolean> {
  const listed = isJsonObject(manifest) && Array.isArray(manifest.stemcells) ? manifest.stemcells : [];
  const [all, own] = await Promise.all([read.stemcells.all(), read.stemcells.byIds(stemcellIds)]);
  return listed.some((wanted) => {
    if (!isJsonObject(wanted)) return false;
    const isOf = (row: StemcellRow): boolean => (wanted.os === undefined ? row.name === wanted.name : row.os === wanted.os);
    const text = String(wanted.version);
    const latest = isLatest(text);
    const versions = all.filter(isOf).map(({ version }) => version);
    const version = latest === undefined ? text : newestVersion(versions, latest.prefix);
    return version !== undefined && own.some((row) => isOf(row) && compareVersions(row.version, version) === 0);
  });
}
