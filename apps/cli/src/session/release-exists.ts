import type { Director } from '@bosh6/director-api/client';

/** Whether the Director has all of a release: its sources, or with `stemcell` (`os/version`) every package compiled for that (reference 4.4). */
export async function releaseExists(
  director: Director,
  { name, version, stemcell }: { name: string; version: string; stemcell?: string | undefined },
): Promise<boolean> {
  const listed = (await director.releases.list()).some(
    (release) => release.name === name && release.release_versions.some((one) => one.version === version),
  );
  if (!listed) return false;
  const { packages } = await director.releases.inspect(name, version);
  return (packages ?? []).every(({ blobstore_id: blob, compiled_packages: compiled }) =>
    stemcell === undefined ? blob !== undefined && blob !== null : (compiled ?? []).some((one) => one.stemcell === stemcell),
  );
}
