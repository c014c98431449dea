import type { JsonObject } from '@bosh6/base';
import { type InstanceGroup, type ManifestJob, placeOf } from '@bosh6/formats';
import type { Desired, DesiredRelease, GroupJob } from './desired.js';
import { fail } from './errors.js';
import { mergePackages, withDependencies } from './packages.js';
import type { PlacedGroup } from './placement.js';
import { cpiOfAz } from './stemcell-of.js';

/** Looks up everything that a group names: stemcell, jobs, packages, disk type. Throws with the pointer of the name that is not there. */
export function bindGroup(group: InstanceGroup, desired: Desired): PlacedGroup {
  const at = (key: string): { where: { pointer: string } } => ({ where: { pointer: `${group.pointer}/${key}` } });
  const stemcells = desired.stemcells.filter(({ alias }) => alias === group.stemcell);
  const compiling = cpiOfAz(desired.cloudConfig, desired.cloudConfig.compilation.az);
  const stemcell = stemcells.find(({ cpi }) => cpi === compiling) ?? stemcells[0];
  if (stemcell === undefined) {
    throw fail(
      'UnknownStemcellAlias',
      `instance group '${group.name}' asks for stemcell '${group.stemcell}', which \`stemcells\` does not list`,
      at('stemcell'),
    );
  }
  const bound = group.jobs.map((job) => bindJob(group, job, desired.releases));
  const disk = persistentDiskOf(group, desired);
  return {
    name: group.name,
    pointer: group.pointer,
    lifecycle: group.name === desired.errand ? 'service' : group.lifecycle,
    stemcell,
    jobs: bound.map(({ job }) => job),
    packages: mergePackages(
      group.name,
      bound.map(({ job, release }) => withDependencies(job.job.packages, release)),
    ),
    env: group.env,
    tags: { ...desired.manifest.tags, ...group.tags },
    swaps: group.lifecycle === 'service' && group.update.vmStrategy === 'create-swap-delete',
    instances: group.instances,
    ...(group.vmType === undefined ? {} : { vmType: group.vmType }),
    ...(disk === undefined ? {} : { persistentDisk: disk }),
  };
}

function bindJob(
  group: InstanceGroup,
  wanted: ManifestJob,
  releases: readonly DesiredRelease[],
): { job: GroupJob; release: DesiredRelease } {
  const release = releases.find(({ name }) => name === wanted.release);
  if (release === undefined) {
    throw fail(
      'UnknownRelease',
      `job '${wanted.name}' of '${group.name}' is of release '${wanted.release}', which \`releases\` does not list`,
      { where: placeOf(wanted, 'release') },
    );
  }
  const found = release.jobs.find(({ name }) => name === wanted.name);
  if (found === undefined) {
    throw fail('ReleaseMissingJob', `release '${release.name}/${release.version}' has no job '${wanted.name}'`, {
      where: placeOf(wanted, 'name'),
      hint: `it has ${release.jobs.map(({ name }) => name).join(', ') || 'no jobs'}`,
    });
  }
  return { release, job: { name: wanted.name, ...placeOf(wanted), release: release.name, releaseVersion: release.version, job: found } };
}

/** Size and cloud properties of the disk that a group asks for; undefined when it has none. */
export function persistentDiskOf(
  group: InstanceGroup,
  desired: Pick<Desired, 'cloudConfig'>,
): { sizeMib: number; cloudProperties: JsonObject } | undefined {
  const disk = group.persistentDisk;
  if (disk === undefined) return undefined;
  if (disk.kind === 'size') return disk.size === 0 ? undefined : { sizeMib: disk.size, cloudProperties: {} };
  if (disk.kind === 'named') {
    throw fail('NamedDisksUnsupported', `instance group '${group.name}' lists several persistent disks`, {
      where: { pointer: disk.pointer },
    });
  }
  const type = desired.cloudConfig.diskTypes.find(({ name }) => name === disk.type);
  if (type === undefined) {
    throw fail('UnknownDiskType', `instance group '${group.name}' asks for disk type '${disk.type}', which no cloud config has`, {
      where: { pointer: disk.pointer },
    });
  }
  return type.diskSize === 0 ? undefined : { sizeMib: type.diskSize, cloudProperties: type.cloudProperties };
}
