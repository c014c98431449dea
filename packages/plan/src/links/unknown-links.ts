import { childPointer, type InstanceGroup, type Manifest, type ManifestJob, placeOf } from '@bosh6/formats';
import { nearest } from '@bosh6/formats/lint';
import type { DesiredRelease, ReleaseJob } from '../desired.js';

export interface UnknownLink {
  readonly pointer: string;
  /** Where it is written, unless that is the manifest. */
  readonly document?: string;
  readonly what: string;
}

/**
 * The names under a job's `consumes` or `provides` that the job has no such link of: misspelt, that of an optional link is without effect. BOSH takes them, so they are
 * only warned of. Jobs that are in no release are somebody else's to tell.
 */
export function unknownLinks({ instanceGroups }: Manifest, releases: readonly DesiredRelease[]): UnknownLink[] {
  return instanceGroups.flatMap((group) =>
    group.jobs.flatMap((wanted) => {
      const release = releases.find(({ name }) => name === wanted.release);
      const job = release?.jobs.find(({ name }) => name === wanted.name);
      return job === undefined ? [] : unknownOf(group, wanted, job);
    }),
  );
}

function unknownOf(group: InstanceGroup, wanted: ManifestJob, job: ReleaseJob): UnknownLink[] {
  const known = { consumes: job.consumes, provides: [...job.provides, ...wanted.customProviderDefinitions] };
  return (['consumes', 'provides'] as const).flatMap((verb) => {
    const names = known[verb].map(({ name }) => name);
    const unknown = Object.keys(wanted[verb]).filter((name) => !names.includes(name));
    return unknown.map((name) => {
      const meant = nearest(name, names);
      const hint = meant === undefined ? `it ${verb} ${names.join(', ') || 'no links'}` : `did you mean '${meant}'?`;
      const what = `job '${wanted.name}' of instance group '${group.name}' ${verb} no link '${name}'; ${hint}`;
      return { ...placeOf({ ...wanted, pointer: childPointer(wanted.pointer, verb) }, name), what };
    });
  });
}
