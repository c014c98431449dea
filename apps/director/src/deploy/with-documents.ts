import { isJsonObject, type Json } from '@bosh6/base';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import { locate, readDocuments } from './documents.js';
import { fail } from './errors.js';
import type { UpdateDeploymentPayload } from './payloads.js';
import { type FilledDocuments, type Renewal, resolveVariables } from './variables/resolve-variables.js';

type Asked = Pick<
  UpdateDeploymentPayload,
  'deployment' | 'manifestText' | 'cloudConfigIds' | 'runtimeConfigIds' | 'stored' | 'forceLatestVariables'
> &
  Pick<Renewal, 'former'>;

/** Does the work with what a deploy was asked with; its errors have the places of the texts. Throws 440001 when the manifest is another deployment's. */
export async function withDocuments<T>(
  scope: Scope,
  deployment: DeploymentRow,
  asked: Asked,
  work: (documents: FilledDocuments) => Promise<T>,
): Promise<T> {
  const written = await readDocuments(scope, deployment.teams, asked);
  try {
    const renewal = { renew: asked.stored !== true, latest: asked.forceLatestVariables === true, former: asked.former };
    const documents = await resolveVariables(scope, deployment, written, renewal);
    checkName(documents.manifest.value, asked.deployment);
    return await work(documents);
  } catch (error) {
    throw locate(error, written);
  }
}

function checkName(manifest: Json, asked: string): void {
  const name = isJsonObject(manifest) ? manifest.name : undefined;
  if (typeof name !== 'string' || name === asked) return;
  throw fail('ManifestNameDiffers', `the manifest is of deployment '${name}', but '${asked}' was to be deployed`, {
    where: { pointer: '/name' },
  });
}
