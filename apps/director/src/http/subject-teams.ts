import { findDeploymentHead } from '../deployments/find-deployment.js';
import type { Permission } from '../permissions/matrix.js';
import type { Repositories } from '../persistence/store.js';
import { findTask } from '../tasks/find-task.js';
import type { DirectorRequest } from './decorators.js';

/** The teams of what a request is about. Throws `DeploymentNotFound` and `TaskNotFound`, to any caller who is known, as BOSH does. */
export async function subjectTeams(read: Repositories, permission: Permission, request: DirectorRequest): Promise<readonly string[]> {
  const params = request.params as Record<string, string | undefined>;
  const query = request.query as Record<string, unknown>;
  const [subject] = permission.split(':');
  if (subject === 'task') return (await findTask(read, params.id ?? '')).teams;
  if (subject !== 'deployment') return [];
  const name = params.name ?? query.deployment;
  // Who leaves it out is told so by the route.
  return typeof name === 'string' && name !== '' ? (await findDeploymentHead(read, name)).teams : [];
}
