import type { CleanableArtifacts } from '@bosh6/director-api';
import { keptMs } from '../deployments/name-bundle.js';
import { listOrphanDisks } from '../listings/orphan-disks.js';
import { listOrphanedVms } from '../listings/orphaned-vms.js';
import { listReleases } from '../listings/releases.js';
import { listStemcells } from '../listings/stemcells.js';
import type { CompiledPackageRow, DnsBlobRow, PassingBlobRow } from '../persistence/rows/index.js';
import type { Repositories, Store } from '../persistence/store.js';

export interface CleanupOptions {
  /** Also the newest versions that nobody uses, orphaned disks, what was compiled for stemcells that go, and logs that somebody may still fetch. */
  readonly removeAll: boolean;
  readonly keepOrphanedDisks: boolean;
}

/** Unused versions of a name that stay for the next deploy, unless all are to go. */
const spared = 2;

/** What nobody uses any more. `now`: milliseconds since 1970. */
export async function cleanableArtifacts({ read }: Pick<Store, 'read'>, options: CleanupOptions, now: number): Promise<CleanableArtifacts> {
  const stemcells = await unusedStemcells(read, options);
  const compiled = await compiledForNone(read, stemcells, options);
  const packages = new Map(
    (await read.releases.packages.byIds(compiled.map(({ packageId }) => packageId))).map(({ id, name }) => [id, name]),
  );
  const disksToo = options.removeAll && !options.keepOrphanedDisks;
  return {
    releases: await unusedReleases(read, options),
    stemcells,
    compiled_packages: compiled.map(({ packageId, stemcellOs, stemcellVersion }) => ({
      package_name: packages.get(packageId) ?? '',
      stemcell_os: stemcellOs,
      stemcell_version: stemcellVersion,
    })),
    orphaned_disks: disksToo ? await listOrphanDisks(read) : [],
    orphaned_vms: await listOrphanedVms({ read }),
    exported_releases: (await read.exportedReleases.all()).map(({ blobstoreId }) => blobstoreId),
    dns_blobs: (await supersededRecords(read, options)).flatMap(({ blobstoreId }) => blobstoreId ?? []),
    log_bundles: (await logBundles(read, options, now)).map(({ blobstoreId }) => blobstoreId),
  };
}

/** The oldest of what nobody uses, in their order. */
const without = <T>(unused: readonly T[], { removeAll }: CleanupOptions): T[] => unused.slice(0, removeAll ? undefined : -spared);

export async function unusedReleases(read: Repositories, options: CleanupOptions): Promise<CleanableArtifacts['releases']> {
  const releases = (await listReleases(read)).map(({ name, release_versions: all }) => {
    const unused = all.filter((one) => !one.currently_deployed).map(({ version }) => version);
    return { name, versions: without(unused, options) };
  });
  return releases.filter(({ versions }) => versions.length > 0);
}

export async function unusedStemcells(read: Repositories, options: CleanupOptions): Promise<CleanableArtifacts['stemcells']> {
  const all = await listStemcells(read);
  const names = [...new Set(all.map(({ name }) => name))];
  return names.flatMap((name) => {
    const own = all.filter((one) => one.name === name);
    const used = new Set(own.filter(({ deployments }) => deployments.length > 0).map(({ version }) => version));
    const unused = [...new Set(own.map(({ version }) => version))].filter((version) => !used.has(version));
    const gone = new Set(without(unused, options));
    return own.filter(({ version }) => gone.has(version));
  });
}

/** Packages compiled for stemcells that are gone, or are about to go. */
export async function compiledForNone(
  read: Repositories,
  going: readonly { id: number }[],
  { removeAll }: CleanupOptions,
): Promise<CompiledPackageRow[]> {
  if (!removeAll) return [];
  const stay = (await read.stemcells.all()).filter(({ id }) => !going.some((one) => one.id === id));
  const kept = new Set(stay.map(({ os, version }) => `${os}/${version}`));
  return (await read.compiledPackages.all()).filter(({ stemcellOs, stemcellVersion }) => !kept.has(`${stemcellOs}/${stemcellVersion}`));
}

/** Versions of the DNS records that have a successor; the newest one stays, for agents to come. */
export async function supersededRecords(read: Repositories, { removeAll }: CleanupOptions): Promise<DnsBlobRow[]> {
  return removeAll ? (await read.dns.blobs.all()).slice(0, -1) : [];
}

/** So long a task may still gather them, or its client fetch them. */
const freshMs = 3_600_000;

/** Logs that were packed some time ago; they go by themselves after some days. */
export async function logBundles(read: Repositories, { removeAll }: CleanupOptions, now: number): Promise<PassingBlobRow[]> {
  if (!removeAll) return [];
  const packedBefore = now - freshMs;
  return (await read.passingBlobs.all()).filter(({ keepUntil }) => keepUntil > 0 && keepUntil - keptMs <= packedBefore);
}
