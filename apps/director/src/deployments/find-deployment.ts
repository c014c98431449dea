import { fail } from '../errors.js';
import type { DeploymentRow, InstanceRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';

/** Throws `DeploymentNotFound`. */
export async function findDeployment(read: Repositories, name: string): Promise<DeploymentRow> {
  return found(name, await read.deployments.find({ name }));
}

/** Which one it is, and whose, alone. Throws `DeploymentNotFound`. */
export async function findDeploymentHead(read: Repositories, name: string): Promise<Pick<DeploymentRow, 'id' | 'teams'>> {
  return found(name, await read.deployments.head(name));
}

function found<T>(name: string, row: T | undefined): T {
  if (row === undefined) throw fail('DeploymentNotFound', `there is no deployment '${name}'`);
  return row;
}

/** By group and index or UUID. Throws `DeploymentNotFound`, `InstanceIdInvalid`, `InstanceNotFound`. */
export async function findInstance(read: Repositories, deployment: string, group: string, id: string): Promise<InstanceRow> {
  const { id: deploymentId } = await findDeployment(read, deployment);
  const isIndex = /^\d{1,9}$/.test(id);
  if (!isIndex && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
    throw fail('InstanceIdInvalid', `'${id}' is neither the index nor the UUID of an instance`);
  const row = await read.instances.find({ deploymentId, group, ...(isIndex ? { index: Number(id) } : { uuid: id.toLowerCase() }) });
  if (row === undefined) throw fail('InstanceNotFound', `deployment '${deployment}' has no instance '${group}/${id}'`);
  return row;
}
