import type { JsonObject } from '@bosh6/base';
import type { Manifest } from '@bosh6/formats';
import type { SharedProvider } from '@bosh6/plan';
import type { DeploymentRow } from '../persistence/rows/index.js';
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

/**
 * The same as the deployment's jobs were given it when it was deployed last: whoever is restarted or gets a new VM meanwhile has what its neighbours have, though
 * the other deployment was changed, or is gone. What was deployed before such things were noted is given as it is now.
 */
export async function givenProviders(
  read: Repositories,
  deployment: Pick<DeploymentRow, 'id'>,
  manifest: Manifest,
): Promise<SharedProvider[]> {
  const links = await read.links.all({ deploymentId: deployment.id });
  const given = links.flatMap(({ providerId, shared }): SharedProvider[] => (shared === null ? [] : [{ id: providerId, ...shared }]));
  const keyOf = ({ deployment, name, type }: SharedProvider): string => JSON.stringify([deployment, name, type]);
  const known = new Map(given.map((provider) => [keyOf(provider), provider]));
  const now = await sharedProviders(read, manifest);
  return [...known.values(), ...now.filter((provider) => !known.has(keyOf(provider)))];
}
