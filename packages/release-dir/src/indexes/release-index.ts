import { join, resolve } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import { emitReleaseManifest, emitYaml, type ReleaseManifest } from '@bosh6/formats';
import { byBytes } from '../build/files-below.js';
import { fail } from '../errors.js';
import { placeInside } from '../place.js';
import { readMap } from '../read-text-file.js';
import { writeWhole } from '../write-whole.js';

export type Stage = 'dev' | 'final';
const folders = { dev: 'dev_releases', final: 'releases' } as const;

/** Versions that were recorded. */
export async function recordedVersions(directory: string, stage: Stage, name: string): Promise<string[]> {
  return Object.values(await builds(directory, stage, name)).flatMap((build) => (isJsonObject(build) ? [String(build.version)] : []));
}

/** Where a version's manifest is. */
export const manifestPath = (directory: string, stage: Stage, name: string, version: string): string =>
  join(resolve(directory), folders[stage], name, `${name}-${version}.yml`);

/** Writes a release's manifest, then its line in the index. Throws `ReleaseVersionTaken`. */
export async function recordRelease(directory: string, stage: Stage, manifest: ReleaseManifest, uuid: string): Promise<void> {
  const { name, version } = manifest;
  const recorded = await builds(directory, stage, name);
  if (Object.values(recorded).some((build) => isJsonObject(build) && String(build.version) === version))
    throw versionTaken(stage, name, version);
  const entries = { ...recorded, [uuid]: { version } };
  await writeWhole(await placeInside(directory, `${folders[stage]}/${name}/${name}-${version}.yml`), emitReleaseManifest(manifest));
  await writeWhole(await placeInside(directory, `${folders[stage]}/${name}/index.yml`), emitIndex(entries));
}

export const versionTaken = (stage: Stage, name: string, version: string): Error =>
  fail('ReleaseVersionTaken', `there is a ${stage} release '${name}/${version}' already`);

/** An index as the original CLI writes it, which merges well. */
export function emitIndex(entries: Record<string, Json>): string {
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => byBytes(a, b)));
  return emitYaml({ builds: sorted, 'format-version': '2' }, { sortKeys: false, like: 'go' });
}

async function builds(directory: string, stage: Stage, name: string): Promise<JsonObject> {
  const index = await readMap(join(resolve(directory), folders[stage], name, 'index.yml'));
  return isJsonObject(index.builds) ? index.builds : {};
}
