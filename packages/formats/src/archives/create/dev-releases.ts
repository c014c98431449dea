import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { newestVersion } from '../../release/version.js';
import { emitYaml } from '../../yaml/emit-yaml.js';
import { readYamlFile } from './read-text-file.js';

type Folder = 'dev_releases' | 'releases';

/** Versions that an index of a release directory records. */
export async function recordedVersions(directory: string, folder: Folder, name: string): Promise<string[]> {
  return Object.values(await builds(directory, folder, name)).flatMap((build) => (isJsonObject(build) ? [String(build.version)] : []));
}

/** The next dev version: `0+dev.1` at first, then one more than the newest of dev and final releases. */
export function nextDevVersion(recorded: readonly string[]): string {
  const newest = newestVersion(recorded);
  const [release = '0', post] = (newest ?? '0').split('+');
  const number = /^dev\.(\d+)$/.exec(post ?? '')?.[1];
  return `${release}+dev.${number === undefined ? 1 : Number(number) + 1}`;
}

/** Writes the release's manifest and its line in the index. */
export async function recordDevRelease(
  directory: string,
  name: string,
  version: string,
  manifest: JsonObject,
  uuid: string,
): Promise<string> {
  const root = join(directory, 'dev_releases', name);
  const recorded = await builds(directory, 'dev_releases', name);
  const path = join(root, `${name}-${version}.yml`);
  await mkdir(root, { recursive: true });
  await writeFile(path, emitYaml(manifest));
  await writeFile(join(root, 'index.yml'), emitYaml({ builds: { ...recorded, [uuid]: { version } }, 'format-version': '2' }));
  return path;
}

async function builds(directory: string, folder: Folder, name: string): Promise<Record<string, Json>> {
  const index = (await readYamlFile(join(directory, folder, name, 'index.yml')))?.value;
  return isJsonObject(index) && isJsonObject(index.builds) ? index.builds : {};
}
