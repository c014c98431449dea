import type { Json } from '@bosh6/base';
import type { Scope } from '../engine/scope.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { fail } from './errors.js';
import type { UpdateDeploymentPayload } from './payloads.js';
import { type Limits, type Prepared, prepareDeploy } from './prepare-deploy.js';
import { withDocuments } from './with-documents.js';

/** Prepares what was deployed last, with the configs and versions of then; a single instance with the variables that it was given last. Throws NeverDeployed. */
export async function prepareStored(
  scope: Scope,
  deployment: DeploymentRow,
  options: Pick<UpdateDeploymentPayload, 'fix' | 'skipDrain' | 'stateChange'>,
  limits: Limits,
): Promise<Prepared> {
  const { name, manifestText, cloudConfigIds, runtimeConfigIds } = deployment;
  if (manifestText === null) throw fail('NeverDeployed', `deployment '${name}' was never deployed to the end`);
  const payload: UpdateDeploymentPayload = { ...options, deployment: name, manifestText, cloudConfigIds, runtimeConfigIds, stored: true };
  const former = await formerVariables(scope.collaborators.store.read, deployment, limits.focus?.uuid);
  const prepared = await withDocuments(scope, deployment, { ...payload, former }, (documents) =>
    prepareDeploy(scope, documents, deployment, payload, limits),
  );
  return { ...prepared, hasFormerVariables: former.size > 0 };
}

async function formerVariables(
  read: Repositories,
  { id: deploymentId }: DeploymentRow,
  uuid: string | undefined,
): Promise<Map<string, Json>> {
  const instance = uuid === undefined ? undefined : await read.instances.find({ deploymentId, uuid });
  const rows = instance === undefined ? [] : await read.variables.former.all({ instanceId: instance.id });
  return new Map(rows.map(({ name, value }) => [name, value]));
}
