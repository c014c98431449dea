import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** What a deployment uses, as events tell it: `name/version` each. */
export async function deployedArtifacts(
  read: Repositories,
  { releaseVersionIds, stemcellIds }: Pick<DeploymentRow, 'releaseVersionIds' | 'stemcellIds'>,
): Promise<{ releases: string[]; stemcells: string[] }> {
  const versions = await read.releases.versions.byIds(releaseVersionIds);
  const names = new Map((await read.releases.byIds(versions.map(({ releaseId }) => releaseId))).map(({ id, name }) => [id, name]));
  return {
    releases: versions.map(({ releaseId, version }) => `${names.get(releaseId) ?? ''}/${version}`),
    stemcells: (await read.stemcells.byIds(stemcellIds)).map(({ name, version }) => `${name}/${version}`),
  };
}
