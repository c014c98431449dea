import { childPointer, type InstanceGroup, type Manifest, type ManifestJob, placeOf } from '@bosh6/formats';
import { nearest } from '@bosh6/formats/lint';
import type { DesiredRelease, ReleaseJob } from '../desired.js';
import { fail } from '../errors.js';

/**
 * Throws UnknownLink for the first name under a job's `consumes` or `provides` that the job has no such link of: misspelt, that of an optional link would be
 * without effect. Jobs that are in no release are somebody else's to tell.
 */
export function refuseUnknownLinks({ instanceGroups }: Manifest, releases: readonly DesiredRelease[]): void {
  for (const group of instanceGroups) {
    for (const wanted of group.jobs) {
      const release = releases.find(({ name }) => name === wanted.release);
      const job = release?.jobs.find(({ name }) => name === wanted.name);
      if (job !== undefined) check(group, wanted, job);
    }
  }
}

function check(group: InstanceGroup, wanted: ManifestJob, job: ReleaseJob): void {
  const known = { consumes: job.consumes, provides: [...job.provides, ...wanted.customProviderDefinitions] };
  for (const verb of ['consumes', 'provides'] as const) {
    const names = known[verb].map(({ name }) => name);
    const unknown = Object.keys(wanted[verb]).find((name) => !names.includes(name));
    if (unknown === undefined) continue;
    const meant = nearest(unknown, names);
    throw fail('UnknownLink', `job '${wanted.name}' of instance group '${group.name}' ${verb} no link '${unknown}'`, {
      where: placeOf({ ...wanted, pointer: childPointer(wanted.pointer, verb) }, unknown),
      hint: meant === undefined ? `it ${verb} ${names.join(', ') || 'no links'}` : `did you mean '${meant}'?`,
    });
  }
}
