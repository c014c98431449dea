import { parseReleaseManifest, parseYaml } from '@bosh6/formats';
import type { Repositories } from '../persistence/store.js';

/** Fingerprints of the manifest's packages whose source the Director has: an upload may leave these out. */
export async function matchingFingerprints(read: Repositories, manifestText: string): Promise<string[]> {
  const manifest = parseReleaseManifest(parseYaml(manifestText, 'release.MF'));
  const wanted = manifest.packages.map((entry) => entry.fingerprint);
  const rows = await read.releases.packages.allIn('fingerprint', wanted);
  const known = new Set(rows.filter((row) => row.blobstoreId !== null).map((row) => row.fingerprint));
  return wanted.filter((fingerprint) => known.has(fingerprint));
}
