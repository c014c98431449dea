import type { ReleaseManifest } from '@bosh6/formats';
import type { NamedArchive, ReleaseArchives } from '@bosh6/formats/archives';
import type { Archived } from './build/obtain-archive.js';

/** A release of these archives. */
export function releaseOf(
  identity: Omit<ReleaseManifest, 'jobs' | 'packages' | 'license'>,
  archived: readonly Archived[],
): ReleaseArchives {
  const of = (kind: string): readonly Archived[] => archived.filter(({ resource }) => resource.kind === kind);
  const entry = ({ resource: { name, fingerprint }, digest }: Archived) => ({ name, version: fingerprint, fingerprint, sha1: digest });
  const files = (kind: string): NamedArchive[] => of(kind).map(({ resource: { name }, path }) => ({ name, archivePath: path }));
  const [license] = of('license');
  const manifest: ReleaseManifest = {
    ...identity,
    jobs: of('job').map((one) => ({ ...entry(one), packages: one.resource.needs })),
    packages: of('package').map((one) => ({ ...entry(one), dependencies: one.resource.needs })),
  };
  const parts = { manifest, jobs: files('job'), packages: files('package'), compiledPackages: [] };
  if (license === undefined) return parts;
  const { name: _, ...digests } = entry(license);
  manifest.license = digests;
  return { ...parts, licensePath: license.path };
}
