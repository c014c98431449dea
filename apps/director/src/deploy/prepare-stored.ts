import type { DeploymentRow } from '../persistence/rows/index.js';
import { locate, readDocuments } from './documents.js';
import { fail } from './errors.js';
import type { UpdateDeploymentPayload } from './payloads.js';
import { type Limits, type Prepared, prepareDeploy } from './prepare-deploy.js';
import type { Scope } from './scope.js';
import { resolveVariables } from './variables/resolve-variables.js';

/** Prepares what was deployed last, with the configs and versions of then. Throws NeverDeployed. */
export async function prepareStored(
  scope: Scope,
  deployment: DeploymentRow,
  options: Pick<UpdateDeploymentPayload, 'fix' | 'skipDrain' | 'stateChange'>,
  limits: Limits,
): Promise<Prepared> {
  const { name, manifestText, cloudConfigIds } = deployment;
  if (manifestText === null) throw fail('NeverDeployed', `deployment '${name}' was never deployed to the end`);
  const written = await readDocuments(scope, deployment.teams, { manifestText, cloudConfigIds });
  try {
    const documents = { ...written, manifest: await resolveVariables(scope, deployment, written.manifest, { keep: true }) };
    const payload: UpdateDeploymentPayload = { ...options, deployment: name, manifestText, cloudConfigIds, stored: true };
    return await prepareDeploy(scope, documents, deployment, payload, limits);
  } catch (error) {
    throw locate(error, written);
  }
}
