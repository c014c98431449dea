import {
  type Addon,
  compareVersions,
  type InstanceGroup,
  type Manifest,
  type ManifestJob,
  type ManifestRelease,
  placeOf,
  type RuntimeConfig,
} from '@bosh6/formats';
import { fail } from '../errors.js';
import { type AddonSubject, isForGroup } from './applies.js';

export interface AddonContext extends Omit<AddonSubject, 'deployment'> {
  /** What `latest` versions of the manifest's releases stand for, by release. */
  versionOf: Readonly<Record<string, string>>;
}

/**
 * The manifest with its own addons and those of runtime configs put on the groups that they are for, in this order; with the releases that
 * these need, and with the runtime configs' variables and tags. The manifest's own tags win. Throws 530003 for a release of two versions.
 */
export function withAddons(manifest: Manifest, runtimes: readonly RuntimeConfig[], context: AddonContext): Manifest {
  const subject = { ...context, deployment: manifest.name };
  let groups = manifest.instanceGroups;
  const put = (addon: Addon): boolean => {
    const fitting = groups.filter((group) => isForGroup(addon, subject, group));
    groups = groups.map((group) => (fitting.includes(group) ? withJobs(group, addon) : group));
    return fitting.length > 0;
  };
  for (const addon of manifest.addons) put(addon);
  let { releases } = manifest;
  for (const runtime of runtimes) {
    const used = runtime.addons.filter(put).flatMap(({ jobs }) => jobs.map(({ release }) => release));
    for (const release of runtime.releases) if (used.includes(release.name)) releases = withRelease(releases, release, context);
  }
  return {
    ...manifest,
    releases,
    instanceGroups: groups,
    variables: [...manifest.variables, ...runtimes.flatMap(({ variables }) => variables)],
    tags: Object.assign({}, ...runtimes.map(({ tags }) => tags), manifest.tags),
  };
}

function withJobs(group: InstanceGroup, addon: Addon): InstanceGroup {
  const jobs: ManifestJob[] = [...group.jobs];
  for (const job of addon.jobs) {
    if (jobs.some(({ name }) => name === job.name)) {
      throw fail('AddonJobTaken', `addon '${addon.name}' puts job '${job.name}' on instance group '${group.name}', which has it already`, {
        where: placeOf(job, 'name'),
      });
    }
    jobs.push(job);
  }
  return { ...group, jobs };
}

function withRelease(known: ManifestRelease[], wanted: RuntimeConfig['releases'][number], { versionOf }: AddonContext): ManifestRelease[] {
  const other = known.find(({ name }) => name === wanted.name);
  if (other === undefined) return [...known, { ...wanted, exportedFrom: [] }];
  const version = versionOf[wanted.name] ?? other.version;
  if (compareVersions(version, wanted.version) === 0) return known;
  const where = other.document === undefined ? 'the manifest' : other.document;
  throw fail('AddonReleaseDiffers', `release '${wanted.name}' has version '${wanted.version}' here, and '${version}' in ${where}`, {
    where: placeOf(wanted, 'version'),
  });
}
