import type { JsonObject } from '@bosh6/base';
import { parseReleaseManifest, parseYaml } from '@bosh6/formats';
import { manifestMap } from '../configs/manifest-map.js';
import { fail } from '../errors.js';
import type { Repositories } from '../persistence/store.js';

/** Fingerprints of the manifest's packages whose source the Director has: an upload may leave these out, unless an earlier one of the version was cut off. */
export async function matchingFingerprints(read: Repositories, manifest: unknown): Promise<string[]> {
  const { name, version } = releaseManifestWith('packages', manifest);
  const known = await read.releases.findVersion(String(name), String(version));
  if (known?.version.updateCompleted === false) return [];
  const wanted = parseReleaseManifest(parseYaml(String(manifest), 'release.MF')).packages.map((entry) => entry.fingerprint);
  const rows = await read.releases.packages.allIn('fingerprint', wanted);
  const sources = new Set(rows.filter((row) => row.blobstoreId !== null).map((row) => row.fingerprint));
  return wanted.filter((fingerprint) => sources.has(fingerprint));
}

/** A release's manifest that lists such packages. Throws `ManifestInvalid`. */
export function releaseManifestWith(list: 'packages' | 'compiled_packages', text: unknown): JsonObject {
  const manifest = manifestMap(text, 'release.MF');
  if (Array.isArray(manifest[list])) return manifest;
  throw fail('ManifestInvalid', `release.MF has no list of '${list}'`, { where: { document: 'release.MF', pointer: `/${list}` } });
}
