import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import type { DeployContext, DeploymentDiff } from '@bosh6/director-api';
import { isLatest, newestVersion } from '@bosh6/formats';
import type { ConfigRow, DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { describe } from '../tasks/line-event-log.js';
import { changeset } from './changeset.js';
import { contentOf } from './config-content.js';
import { manifestMap } from './manifest-map.js';
import { isSeenBy } from './seen-by.js';

/** What a deploy would change: manifest and configs then, against manifest and configs now. A text that cannot be read gives no lines, and why. */
export async function diffDeployment(
  read: Repositories,
  { name, teams }: Pick<DeploymentRow, 'name' | 'teams'>,
  manifestText: string,
  hideSecrets: boolean,
): Promise<DeploymentDiff> {
  const cloud = (await read.configs.currentOfType('cloud')).filter((row) => isSeenBy(row, teams));
  const context: DeployContext = { cloud_config_ids: cloud.map((row) => row.id), runtime_config_ids: [] };
  try {
    const deployment = await read.deployments.find({ name });
    const before = deployment?.manifestText ? manifestMap(deployment.manifestText) : {};
    const beforeCloud = deployment?.manifestText ? await read.configs.byIds(deployment.cloudConfigIds) : [];
    const after = manifestMap(manifestText);
    const [old, now] = await Promise.all([whole(read, before, beforeCloud), whole(read, after, cloud)]);
    return { context, diff: changeset(old, now, { showSecrets: !hideSecrets }) };
  } catch (error) {
    const { message, details } = describe(error);
    return { diff: [], error: `Unable to diff manifest: ${message}`, ...(details === undefined ? {} : { details }) };
  }
}

async function whole(read: Repositories, manifest: JsonObject, cloud: readonly ConfigRow[]): Promise<JsonObject> {
  const merged: JsonObject = {};
  for (const row of cloud) {
    for (const [key, value] of Object.entries(contentOf(row.content, `cloud config '${row.name}'`))) {
      const present = merged[key];
      merged[key] = Array.isArray(present) && Array.isArray(value) ? [...present, ...value] : value;
    }
  }
  const versions = {
    releases: await resolve(manifest.releases, 'name', async (wanted) => {
      const release = await read.releases.find({ name: wanted });
      return release === undefined ? [] : (await read.releases.versions.all({ releaseId: release.id })).map((row) => row.version);
    }),
    stemcells: await resolve(manifest.stemcells, 'os', async (wanted) =>
      (await read.stemcells.all({ os: wanted })).map((row) => row.version),
    ),
  };
  const resolved = Object.fromEntries(Object.entries(versions).filter(([, value]) => value !== undefined)) as JsonObject;
  return { ...merged, ...manifest, ...resolved };
}

/** `latest` as the version that it means now. */
async function resolve(list: Json | undefined, key: string, known: (name: string) => Promise<string[]>): Promise<Json | undefined> {
  if (!Array.isArray(list)) return list;
  return Promise.all(
    list.map(async (item) => {
      if (!isJsonObject(item) || typeof item.version !== 'string') return item;
      const latest = isLatest(item.version);
      const name = item[key] ?? item.name;
      if (latest === undefined || typeof name !== 'string') return item;
      return { ...item, version: newestVersion(await known(name), latest.prefix) ?? item.version };
    }),
  );
}
