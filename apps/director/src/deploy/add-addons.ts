import { isLatest, type Manifest, type ManifestStemcell, type RuntimeConfig } from '@bosh6/formats';
import { withAddons } from '@bosh6/plan';
import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { resolveRelease } from './resolve-desired.js';

/** The manifest with all addons on the groups that they are for; names are looked up as the deploy does later, `latest` among its `pinned` release versions first. */
export async function addAddons(
  read: Repositories,
  { teams }: Pick<DeploymentRow, 'teams'>,
  manifest: Manifest,
  runtimes: readonly RuntimeConfig[],
  pinned: readonly number[] = [],
): Promise<Manifest> {
  if (manifest.addons.length === 0 && runtimes.length === 0) return manifest;
  const stemcells = await read.stemcells.all();
  const osOf = ({ alias, os, name }: ManifestStemcell): [string, string] => [
    alias,
    os ?? stemcells.find((row) => row.name === name)?.os ?? '',
  ];
  const shared = manifest.releases.filter(
    ({ name, version }) => isLatest(version) !== undefined && runtimes.some(({ releases }) => releases.some((each) => each.name === name)),
  );
  const versions = await Promise.all(
    shared.map(async (release) => [release.name, (await resolveRelease(read, release, pinned)).release.version]),
  );
  return withAddons(manifest, runtimes, {
    teams,
    osOf: Object.fromEntries(manifest.stemcells.map(osOf)),
    versionOf: Object.fromEntries(versions),
  });
}
