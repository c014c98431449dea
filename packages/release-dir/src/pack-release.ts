import { parseReleaseManifest, type ReleaseManifest } from '@bosh6/formats';
import { type Archived, obtainArchive } from './build/obtain-archive.js';
import type { Resource } from './build/resource.js';
import { type AuthoredRelease, written } from './create-release.js';
import { fail } from './errors.js';
import type { Authoring } from './events.js';
import { readYamlFile } from './read-text-file.js';
import { releaseOf } from './release-archives.js';
import { workshopOf } from './workshop.js';

/**
 * `create-release MANIFEST`: a release that was recorded before, of a file below `dev_releases/` or `releases/`, with its tarball when asked.
 * Nothing is built. Throws `UnreadableFile`, `ArchiveMissing`, and those of the manifest and the blobstore.
 */
export async function packRelease(
  releaseDir: string,
  manifestPath: string,
  options: Authoring & { tarball?: string } = {},
): Promise<AuthoredRelease> {
  const workshop = workshopOf(releaseDir, options);
  const document = await readYamlFile(manifestPath);
  if (document === undefined)
    throw fail('UnreadableFile', `there is no file '${manifestPath}'`, {
      where: { document: manifestPath },
      hint: 'give a release manifest',
    });
  const manifest = parseReleaseManifest(document);
  const archived: Archived[] = [];
  for (const resource of resourcesOf(manifest)) archived.push(await obtainArchive(workshop, resource));
  return written(releaseOf(manifest, archived), options.tarball);
}

/** What a manifest lists, as if its archives stood somewhere. */
export function resourcesOf({ jobs, packages, license }: ReleaseManifest): Resource[] {
  return [
    ...jobs.map(({ name, fingerprint, packages: needs = [] }): Resource => ({ kind: 'job', name, fingerprint, needs })),
    ...packages.map(({ name, fingerprint, dependencies }): Resource => ({ kind: 'package', name, fingerprint, needs: dependencies })),
    ...(license === undefined ? [] : [{ kind: 'license' as const, name: 'license', fingerprint: license.fingerprint, needs: [] }]),
  ];
}
