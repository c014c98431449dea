import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';
import type { Director } from '@bosh6/director-api/client';
import { isRemote } from '../documents/tarball.js';
import { releaseExists } from './release-exists.js';
import type { Seat } from './seat.js';
import { uploadRelease } from './upload-release.js';

/** Releases of a manifest that have a `url` and that the Director lacks are uploaded before the deploy (as bosh-cli). */
export async function uploadManifestReleases(seat: Seat, director: Director, manifest: Json, { fix }: { fix: boolean }): Promise<void> {
  const releases = isJsonObject(manifest) && Array.isArray(manifest.releases) ? manifest.releases.filter(isJsonObject) : [];
  for (const release of releases) {
    if (typeof release.url === 'string') await uploadOne(seat, director, release, fix);
  }
}

async function uploadOne(seat: Seat, director: Director, release: JsonObject, fix: boolean): Promise<void> {
  const { name, version, sha1 } = release;
  const url = String(release.url);
  if (!fix && typeof name === 'string' && version !== undefined) {
    const wanted = { name, version: String(version) };
    if (await releaseExists(director, wanted)) {
      seat.ui.line(`Release '${wanted.name}/${wanted.version}' already exists.`);
      return;
    }
  }
  const from = isRemote(url) ? url : url.replace(/^file:\/\//, '');
  await uploadRelease(seat, director, from, { fix, sha1: typeof sha1 === 'string' ? sha1 : undefined });
}
