import type { JsonObject } from '@bosh6/base';
import type { Manifest, ManifestJob } from '@bosh6/formats';
import type { LinkProvider } from '@bosh6/plan';
import { bindProperties } from '@bosh6/templates';

/** A job's own properties; the group's over the deployment's for a job without any (deprecated, but in use). */
export function propertiesOf(manifest: Manifest, group: string, job: ManifestJob): JsonObject {
  return job.properties ?? { ...manifest.properties, ...manifest.instanceGroups.find(({ name }) => name === group)?.properties };
}

/** All that the provider of a link could hand on. */
export function providerProperties(manifest: Manifest, { job, group, manifestJob }: LinkProvider): JsonObject {
  return bindProperties(job.job.properties, propertiesOf(manifest, group.name, manifestJob));
}
