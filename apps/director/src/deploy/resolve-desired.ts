import {
  type CloudConfig,
  compareVersions,
  isLatest,
  type JobSpec,
  type Manifest,
  type ManifestRelease,
  newestVersion,
} from '@bosh6/formats';
import type { Desired, DesiredRelease, DesiredStemcell } from '@bosh6/plan';
import type { ReleaseVersionRow, StemcellRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { fail } from './errors.js';
import type { Scope } from './scope.js';

export interface Resolved {
  desired: Desired;
  releaseVersionIds: number[];
  stemcellIds: number[];
}

/** Looks up the releases and stemcells that the manifest names, `latest` ones included. Throws 30005, 30006, 50003 with the manifest's pointer. */
export async function resolveDesired(
  scope: Scope,
  manifest: Manifest,
  cloudConfig: CloudConfig,
  options: { recreate?: true | string[] | undefined },
): Promise<Resolved> {
  const { store, world, config } = scope.collaborators;
  const releases = await Promise.all(manifest.releases.map((release) => resolveRelease(store.read, release)));
  const stemcells = await resolveStemcells(store.read, manifest);
  const count = manifest.instanceGroups.reduce((sum, group) => sum + group.instances, 0);
  const calculated = await calculateVmTypes(scope, manifest, cloudConfig);
  return {
    desired: {
      manifest,
      cloudConfig,
      releases: releases.map(({ release }) => release),
      stemcells: stemcells.map(({ stemcell }) => stemcell),
      neverAllocate: config.endpoints.map(({ address }) => address),
      endpoints: config.endpoints,
      ignoreMissingGateway: config.ignoreMissingGateway,
      newIds: Array.from({ length: count }, () => world.uuid()),
      calculated,
      ...(options.recreate === undefined ? {} : { recreate: options.recreate }),
    },
    releaseVersionIds: releases.map(({ id }) => id),
    stemcellIds: stemcells.map(({ id }) => id),
  };
}

async function resolveRelease(read: Repositories, wanted: ManifestRelease): Promise<{ id: number; release: DesiredRelease }> {
  const row = await read.releases.find({ name: wanted.name });
  const at = (key: string) => ({ where: { pointer: `${wanted.pointer}/${key}` } });
  if (row === undefined) throw fail('ReleaseNotFound', `release '${wanted.name}' is not uploaded`, at('name'));
  const versions = (await read.releases.versions.all({ releaseId: row.id })).filter((version) => version.updateCompleted);
  const found = pickVersion(versions, wanted.version);
  if (found === undefined) {
    const known = versions.map(({ version }) => version).join(', ') || 'none';
    throw fail('ReleaseVersionNotFound', `release '${wanted.name}' has no version '${wanted.version}'; it has ${known}`, at('version'));
  }
  const [packages, jobs] = await Promise.all([read.releases.packagesOf(found), read.releases.jobsOf(found)]);
  const release: DesiredRelease = {
    name: wanted.name,
    version: found.version,
    packages: packages.map(({ id, name, version, fingerprint, sha1, blobstoreId, dependencies }) => ({
      id,
      name,
      version,
      fingerprint,
      sha1: sha1 ?? '',
      dependencies,
      release: wanted.name,
      ...(blobstoreId === null ? {} : { blobstoreId }),
    })),
    jobs: jobs.map((job) => {
      const { packages: needed, properties, provides, consumes } = job.spec as unknown as JobSpec;
      return {
        name: job.name,
        version: job.version,
        sha1: job.sha1,
        blobstoreId: job.blobstoreId,
        packages: needed,
        properties,
        provides,
        consumes,
      };
    }),
  };
  return { id: found.id, release };
}

function pickVersion(versions: readonly ReleaseVersionRow[], wanted: string): ReleaseVersionRow | undefined {
  const latest = isLatest(wanted);
  if (latest === undefined) return versions.find(({ version }) => compareVersions(version, wanted) === 0);
  const newest = newestVersion(
    versions.map(({ version }) => version),
    latest.prefix,
  );
  return versions.find(({ version }) => version === newest);
}

async function resolveStemcells(read: Repositories, manifest: Manifest): Promise<{ id: number; stemcell: DesiredStemcell }[]> {
  const all = await read.stemcells.all();
  return manifest.stemcells.map((wanted) => {
    const fitting = all.filter((row) => (wanted.os === undefined ? row.name === wanted.name : row.os === wanted.os));
    const found = pickStemcell(fitting, wanted.version);
    if (found === undefined) {
      const what = wanted.os === undefined ? `stemcell '${wanted.name}'` : `stemcell for '${wanted.os}'`;
      const known = all.map(({ name, version }) => `${name}/${version}`).join(', ') || 'none';
      throw fail('StemcellNotFound', `no ${what} of version '${wanted.version}' is uploaded; there is ${known}`, {
        where: { pointer: fitting.length === 0 ? wanted.pointer : `${wanted.pointer}/version` },
      });
    }
    const { id, name, os, version, cid, cpi, apiVersion } = found;
    return { id, stemcell: { alias: wanted.alias, name, os, version, cid, cpi, apiVersion: apiVersion ?? 1 } };
  });
}

function pickStemcell(rows: readonly StemcellRow[], wanted: string): StemcellRow | undefined {
  const latest = isLatest(wanted);
  if (latest === undefined) return rows.find(({ version }) => compareVersions(version, wanted) === 0);
  const newest = newestVersion(
    rows.map(({ version }) => version),
    latest.prefix,
  );
  return rows.find(({ version }) => version === newest);
}

async function calculateVmTypes(scope: Scope, manifest: Manifest, cloudConfig: CloudConfig): Promise<NonNullable<Desired['calculated']>> {
  const wanted = [
    ...manifest.instanceGroups.map(({ name, vmResources }) => ({ name, vmResources })),
    { name: '', vmResources: cloudConfig.compilation.vmResources },
  ];
  const calculated: NonNullable<Desired['calculated']> = {};
  for (const { name, vmResources } of wanted) {
    if (vmResources === undefined) continue;
    const { cpu, ram, ephemeralDiskSize } = vmResources;
    calculated[name] = await scope.cpi('').call('calculateVmCloudProperties', [{ cpu, ram, ephemeral_disk_size: ephemeralDiskSize }]);
  }
  return calculated;
}
