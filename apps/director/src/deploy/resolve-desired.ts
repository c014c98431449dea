import {
  type CloudConfig,
  compareVersions,
  isLatest,
  type JobSpec,
  type Manifest,
  type ManifestRelease,
  newestVersion,
  placeOf,
} from '@bosh6/formats';
import type { Desired, DesiredRelease, StateChange } from '@bosh6/plan';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow, ReleaseVersionRow, StemcellRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import type { Anew } from './anew-of.js';
import { calculateCloudProperties } from './calculate-cloud-properties.js';
import { fail } from './errors.js';
import { nameCpis } from './name-cpis.js';
import { type HeldStemcell, resolveStemcells } from './resolve-stemcells.js';

export interface Resolved {
  desired: Desired;
  releaseVersionIds: number[];
  /** The rows that it may use, each with where the manifest asks for it. */
  stemcells: HeldStemcell[];
}

/** What else a deploy was asked for. */
interface Asked {
  /** What shall be made anew. */
  anew?: Anew;
  stateChange?: StateChange | undefined;
  errand?: string | undefined;
  /** Makes the ids of new instances. */
  newId?: (() => string) | undefined;
  /** Its releases and stemcells are what `latest` stands for. */
  pinned?: DeploymentRow | undefined;
}

/** Looks up the releases and stemcells that the manifest names, `latest` ones included. Throws 30005, 30006, 50003 with the manifest's pointer, 550001 with the cloud config's. */
export async function resolveDesired(scope: Scope, manifest: Manifest, given: CloudConfig, options: Asked): Promise<Resolved> {
  const { store, world, config, trustedCerts } = scope.collaborators;
  const releases = await Promise.all(
    manifest.releases.map((release) => resolveRelease(store.read, release, options.pinned?.releaseVersionIds)),
  );
  const cpis = await scope.collaborators.cpis.known();
  const cloudConfig = nameCpis(given, cpis);
  const stemcells = resolveStemcells(await stemcellsFor(store.read, options.pinned), manifest, cpis);
  const count = manifest.instanceGroups.reduce((sum, group) => sum + group.instances, 0);
  const calculated = await calculateCloudProperties(scope, manifest, cloudConfig);
  return {
    desired: {
      manifest,
      cloudConfig,
      releases: releases.map(({ release }) => release),
      stemcells: stemcells.desired,
      neverAllocate: config.endpoints.map(({ address }) => address),
      endpoints: config.endpoints,
      ignoreMissingGateway: config.ignoreMissingGateway,
      newIds: Array.from({ length: count }, options.newId ?? (() => world.uuid())),
      calculated,
      ...(trustedCerts === undefined ? {} : { trustedCerts: trustedCerts.digest }),
      ...options.anew,
      ...(options.stateChange === undefined ? {} : { stateChange: options.stateChange }),
      ...(options.errand === undefined ? {} : { errand: options.errand }),
    },
    releaseVersionIds: releases.map(({ id }) => id),
    stemcells: stemcells.held,
  };
}

/** Those that a deployment has, when it has any; a CPI that is new to it may lack them. */
async function stemcellsFor(read: Repositories, pinned: DeploymentRow | undefined): Promise<StemcellRow[]> {
  const all = await read.stemcells.all();
  const own = all.filter(({ id }) => pinned?.stemcellIds.includes(id));
  const isOwn = (row: StemcellRow): boolean => own.some(({ name, version }) => name === row.name && version === row.version);
  return own.length === 0 ? all : all.filter(isOwn);
}

/** A release of that version, or of the newest that `latest` stands for; of the `pinned` ones when it has one. Throws 30005, 30006. */
export async function resolveRelease(
  read: Repositories,
  wanted: Pick<ManifestRelease, 'name' | 'version' | 'pointer' | 'document'>,
  pinned: readonly number[] = [],
): Promise<{ id: number; release: DesiredRelease }> {
  const row = await read.releases.find({ name: wanted.name });
  const at = (key: string) => ({ where: placeOf(wanted, key) });
  if (row === undefined) throw fail('ReleaseNotFound', `release '${wanted.name}' is not uploaded`, at('name'));
  const versions = (await read.releases.versions.all({ releaseId: row.id })).filter((version) => version.updateCompleted);
  const own = versions.filter(({ id }) => pinned.includes(id));
  const found = pickVersion(own.length > 0 ? own : versions, wanted.version);
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
