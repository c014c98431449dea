import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import type { DeployContext, DeploymentDiff } from '@bosh6/director-api';
import { type Addon, isLatest, newestVersion, parseRuntimeConfig, parseYaml } from '@bosh6/formats';
import { isForDeployment } from '@bosh6/plan';
import { inOrderOfNames } from '../persistence/repositories/config-repository.js';
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
  const seen = async (type: string): Promise<ConfigRow[]> => (await read.configs.currentOfType(type)).filter((row) => isSeenBy(row, teams));
  const [cloud, runtime] = await Promise.all([seen('cloud'), seen('runtime')]);
  const context: DeployContext = { cloud_config_ids: cloud.map((row) => row.id), runtime_config_ids: runtime.map((row) => row.id) };
  try {
    const deployment = await read.deployments.find({ name });
    const before = deployment?.manifestText ? manifestMap(deployment.manifestText) : {};
    const ids = deployment?.manifestText ? [...deployment.cloudConfigIds, ...deployment.runtimeConfigIds] : [];
    const after = manifestMap(manifestText);
    const about = { deployment: name, teams };
    const [old, now] = await Promise.all([
      whole(read, before, await read.configs.byIds(ids), about),
      whole(read, after, [...cloud, ...runtime], about),
    ]);
    return { context, diff: changeset(old, now, { showSecrets: !hideSecrets }) };
  } catch (error) {
    const { message, details } = describe(error);
    return { diff: [], error: `Unable to diff manifest: ${message}`, ...(details === undefined ? {} : { details }) };
  }
}

async function whole(read: Repositories, manifest: JsonObject, rows: readonly ConfigRow[], about: Deployment): Promise<JsonObject> {
  // Those that were deployed come by id, which an update changes: lists in another order would be a difference.
  const configs = inOrderOfNames(rows);
  const clouds = configs.filter(({ type }) => type === 'cloud');
  const merged = clouds.map((row) => contentOf(row.content, `cloud config '${row.name}'`)).reduce(concat, {});
  const added = configs.filter(({ type }) => type === 'runtime').map((row) => applicable(row, about));
  const given = added.reduce(concat, manifest);
  const versions = {
    releases: await resolve(given.releases, 'name', async (wanted) => {
      const release = await read.releases.find({ name: wanted });
      return release === undefined ? [] : (await read.releases.versions.all({ releaseId: release.id })).map((row) => row.version);
    }),
    stemcells: await resolve(given.stemcells, 'os', async (wanted) => (await read.stemcells.all({ os: wanted })).map((row) => row.version)),
  };
  const resolved = Object.fromEntries(Object.entries(versions).filter(([, value]) => value !== undefined)) as JsonObject;
  return { ...merged, ...given, ...resolved };
}

type Deployment = Parameters<typeof isForDeployment>[1];

/** What of a runtime config can be for the deployment, as it is written. */
function applicable(row: ConfigRow, about: Deployment): JsonObject {
  const document = parseYaml(row.content, `runtime-config '${row.name}'`);
  const written = document.value as JsonObject;
  const { addons } = parseRuntimeConfig(document);
  const used = addons.filter((addon) => isForDeployment(addon, about));
  const isUsed = (release: Json): boolean =>
    isJsonObject(release) && used.some(({ jobs }) => jobs.some((job) => job.release === release.name));
  const list = (key: string): Json[] => (Array.isArray(written[key]) ? written[key] : []);
  const parts = {
    ...written,
    addons: list('addons').filter((_, at) => used.includes(addons[at] as Addon)),
    releases: list('releases').filter(isUsed),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** Lists follow each other, of maps the first one's keys win; of anything else the first stays. */
function concat(first: JsonObject, second: JsonObject): JsonObject {
  const result = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const present = result[key];
    if (Array.isArray(present) && Array.isArray(value)) result[key] = [...present, ...value];
    else if (isJsonObject(present) && isJsonObject(value)) result[key] = { ...value, ...present };
    else result[key] = present ?? value;
  }
  return result;
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
