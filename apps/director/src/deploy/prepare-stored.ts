import type { DeploymentRow } from '../persistence/rows/index.js';
import { fail } from './errors.js';
import type { UpdateDeploymentPayload } from './payloads.js';
import { type Limits, type Prepared, prepareDeploy } from './prepare-deploy.js';
import type { Scope } from './scope.js';
import { withDocuments } from './with-documents.js';

/** Prepares what was deployed last, with the configs and versions of then. Throws NeverDeployed. */
export async function prepareStored(
  scope: Scope,
  deployment: DeploymentRow,
  options: Pick<UpdateDeploymentPayload, 'fix' | 'skipDrain' | 'stateChange'>,
  limits: Limits,
): Promise<Prepared> {
  const { name, manifestText, cloudConfigIds, runtimeConfigIds } = deployment;
  if (manifestText === null) throw fail('NeverDeployed', `deployment '${name}' was never deployed to the end`);
  const payload: UpdateDeploymentPayload = { ...options, deployment: name, manifestText, cloudConfigIds, runtimeConfigIds, stored: true };
  return withDocuments(scope, deployment, payload, (documents) => prepareDeploy(scope, documents, deployment, payload, limits));
}
