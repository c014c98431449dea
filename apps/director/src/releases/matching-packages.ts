import type { JsonObject } from '@bosh6/base';
import { parseReleaseManifest, parseYaml, type ReleaseManifest } from '@bosh6/formats';
import { manifestMap } from '../configs/manifest-map.js';
import { fail } from '../errors.js';
import type { Repositories } from '../persistence/store.js';
import { compiledTwins } from './compiled-twins.js';

/** Fingerprints of the manifest's packages whose source the Director has: an upload may leave these out. */
export async function matchingFingerprints(read: Repositories, text: unknown): Promise<string[]> {
  const manifest = await wholeReleaseWith('packages', read, text);
  const wanted = (manifest?.packages ?? []).map((entry) => entry.fingerprint);
  const rows = await read.releases.packages.allIn('fingerprint', wanted);
  const sources = new Set(rows.filter((row) => row.blobstoreId !== null).map((row) => row.fingerprint));
  return wanted.filter((fingerprint) => sources.has(fingerprint));
}

/** The same of compiled packages, each for its stemcell and with its dependencies. */
export async function matchingCompiledFingerprints(read: Repositories, text: unknown): Promise<string[]> {
  const wanted = (await wholeReleaseWith('compiled_packages', read, text))?.compiledPackages ?? [];
  const twins = await compiledTwins(read, wanted);
  return wanted.filter(({ name }) => twins.get(name)?.length !== 0).map(({ fingerprint }) => fingerprint);
}

/** Undefined where an upload of the version was cut off: then all of it is wanted again. */
async function wholeReleaseWith(list: List, read: Repositories, text: unknown): Promise<ReleaseManifest | undefined> {
  const { name, version } = releaseManifestWith(list, text);
  const known = await read.releases.findVersion(String(name), String(version));
  return known?.version.updateCompleted === false ? undefined : parseReleaseManifest(parseYaml(String(text), 'release.MF'));
}

type List = 'packages' | 'compiled_packages';

/** A release's manifest that lists such packages. Throws `ManifestInvalid`. */
function releaseManifestWith(list: List, text: unknown): JsonObject {
  const manifest = manifestMap(text, 'release.MF');
  if (Array.isArray(manifest[list])) return manifest;
  throw fail('ManifestInvalid', `release.MF has no list of '${list}'`, { where: { document: 'release.MF', pointer: `/${list}` } });
}
