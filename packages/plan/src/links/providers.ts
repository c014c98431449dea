import type { JsonObject } from '@bosh6/base';
import type { InstanceGroup, Manifest, ManifestJob } from '@bosh6/formats';
import type { GroupJob } from '../desired.js';
import type { Placement } from '../placement.js';

/** A job that offers a link. */
export interface LinkProvider {
  group: InstanceGroup;
  job: GroupJob;
  manifestJob: ManifestJob;
  /** Name in the release, and the one other jobs use: `as`, else the same. */
  originalName: string;
  name: string;
  type: string;
  /** Names of the properties it hands on. */
  properties: string[];
  /** Other deployments may use it. */
  shared: boolean;
  /** The manifest made it, not the release. */
  custom: boolean;
}

/** A link that another deployment shares, as it was when that was deployed last or, for what is no deploy, as its consumer was given it. */
export interface SharedProvider {
  /** Null when it is gone. */
  id: number | null;
  deployment: string;
  name: string;
  type: string;
  /** What templates see of it. */
  content: JsonObject;
}

/** All that the jobs of a deployment offer, in the manifest's order, but for what it takes out with `nil`. */
export function linkProviders(manifest: Manifest, placement: Placement): LinkProvider[] {
  return manifest.instanceGroups.flatMap((group) =>
    group.jobs.flatMap((manifestJob, at) => {
      const job = placement.groups.find(({ name }) => name === group.name)?.jobs[at];
      if (job === undefined) return [];
      const offered = [
        ...job.job.provides.map((each) => ({ ...each, custom: false })),
        ...manifestJob.customProviderDefinitions.map((each) => ({ ...each, custom: true })),
      ];
      return offered.flatMap(({ name, ...definition }): LinkProvider[] => {
        const said = manifestJob.provides[name];
        if (said === 'nil') return [];
        return [{ group, job, manifestJob, originalName: name, name: said?.as ?? name, shared: said?.shared ?? false, ...definition }];
      });
    }),
  );
}

/** What is wrong with a provider by itself: a name that its release has taken, a property that its job does not declare. */
export function providerProblems({ group, job, originalName, properties, custom }: LinkProvider): string[] {
  const what = `link '${originalName}' of ${group.name}/${job.name}`;
  const declared = Object.keys(job.job.properties);
  const unknown = properties.filter((name) => !declared.some((each) => each === name || each.startsWith(`${name}.`)));
  return [
    ...(custom && job.job.provides.some(({ name }) => name === originalName) ? [`${what} is in its release already`] : []),
    ...unknown.map((name) => `${what} hands on property '${name}', which the job does not declare`),
  ];
}
