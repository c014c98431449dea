import type { JsonObject } from '@bosh6/base';
import type { Manifest } from '@bosh6/formats';
import type { SharedProvider } from '@bosh6/plan';
import type { Repositories } from '../persistence/store.js';

/** What the deployments that a manifest takes links from share, as they were deployed last. */
export async function sharedProviders(read: Repositories, manifest: Manifest): Promise<SharedProvider[]> {
  const consumed = manifest.instanceGroups.flatMap(({ jobs }) => jobs.flatMap(({ consumes }) => Object.values(consumes)));
  const names = new Set(consumed.flatMap((link) => (link === 'nil' || link.deployment === undefined ? [] : [link.deployment])));
  const deployments = await read.deployments.allIn('name', [...names]);
  const rows = await read.links.providers.allIn(
    'deploymentId',
    deployments.map(({ id }) => id),
  );
  return rows
    .filter(({ shared }) => shared)
    .map(({ id, deploymentId, name, type, content }) => {
      const deployment = deployments.find((each) => each.id === deploymentId)?.name ?? '';
      return { id, deployment, name, type, content: content as JsonObject };
    });
}
