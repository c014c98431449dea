import { isJsonObject } from '@bosh6/base';
import type { AddonFilter, InstanceGroup } from '@bosh6/formats';

/** What filters look at beside the instance group. */
export interface AddonSubject {
  deployment: string;
  teams: readonly string[];
  /** Operating systems of the manifest's stemcells, by alias. */
  osOf: Readonly<Record<string, string>>;
}

export interface Filtered {
  include?: AddonFilter;
  exclude?: AddonFilter;
}

/** Whether an addon is for this group: its `include` fits (or says nothing), and its `exclude` does not. */
export function isForGroup({ include, exclude }: Filtered, subject: AddonSubject, group: InstanceGroup): boolean {
  return (
    (include === undefined || fits(include, subject, group)) && !(exclude !== undefined && says(exclude) && fits(exclude, subject, group))
  );
}

/** Whether an addon can be for any group of a deployment at all. */
export function isForDeployment({ include, exclude }: Filtered, subject: Pick<AddonSubject, 'deployment' | 'teams'>): boolean {
  const { deployments: isLeftOut, teams: areLeftOut, ...others } = exclude ?? {};
  const isExcluded = (isLeftOut ?? areLeftOut) !== undefined && !says(others) && fitsDeployment(exclude ?? {}, subject);
  return fitsDeployment(include ?? {}, subject) && !isExcluded;
}

function says(filter: AddonFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

function fitsDeployment({ deployments, teams }: AddonFilter, subject: Pick<AddonSubject, 'deployment' | 'teams'>): boolean {
  return (deployments?.includes(subject.deployment) ?? true) && (teams?.some((team) => subject.teams.includes(team)) ?? true);
}

function fits(filter: AddonFilter, subject: AddonSubject, group: InstanceGroup): boolean {
  const { jobs, instanceGroups, stemcells, networks, azs, lifecycle } = filter;
  const has = (wanted: { name: string; release: string }): boolean =>
    group.jobs.some(({ name, release }) => name === wanted.name && release === wanted.release);
  const isOn = (network: string): boolean => group.networks.some((entry) => isJsonObject(entry) && entry.name === network);
  return (
    fitsDeployment(filter, subject) &&
    (jobs?.some(has) ?? true) &&
    (instanceGroups?.includes(group.name) ?? true) &&
    (stemcells?.includes(subject.osOf[group.stemcell] ?? '') ?? true) &&
    (networks?.some(isOn) ?? true) &&
    (azs?.some((az) => group.azs?.includes(az)) ?? true) &&
    (lifecycle === undefined || lifecycle === group.lifecycle)
  );
}
