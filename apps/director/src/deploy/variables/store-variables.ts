import { isDeepStrictEqual } from 'node:util';
import type { Json } from '@bosh6/base';
import type { Scope } from '../../engine/scope.js';
import { factsOf } from '../../events/record-around.js';
import { recordEvent } from '../../events/record-event.js';
import type { DeploymentRow } from '../../persistence/rows/index.js';
import type { Repositories } from '../../persistence/store.js';
import { fail } from '../errors.js';
import type { Variables } from './resolve-variables.js';
import { variablePath } from './variable-path.js';

/**
 * Keeps what was generated for the deployment, and notes which values of others it uses, so that these stay when the others go. Throws
 * SharedVariableChanged when another deployment was faster with a name that belongs to all.
 */
export async function storeVariables(
  tx: Repositories,
  scope: Scope,
  deployment: Pick<DeploymentRow, 'id' | 'name'>,
  { fresh, adopted }: Pick<Variables, 'fresh' | 'adopted'>,
): Promise<void> {
  const { world, config } = scope.collaborators;
  const instanceIds = (await tx.instances.summaries({ deploymentId: deployment.id })).map(({ id }) => id);
  const deploymentId = deployment.id;
  for (const { id: _, ...row } of adopted) {
    await keepFormer(tx, deploymentId, instanceIds, row.name, row.value);
    await tx.variables.delete({ deploymentId, name: row.name });
    await tx.variables.insert({ ...row, deploymentId });
  }
  for (const { known, ...made } of fresh) {
    const { name } = made;
    const newest = name.startsWith('/') ? (await tx.variables.all({ name })).at(-1) : undefined;
    if (newest !== undefined && newest.id !== known?.id)
      throw fail('SharedVariableChanged', `another deployment generated '${name}' while this one was prepared`);
    await keepFormer(tx, deploymentId, instanceIds, name, made.value);
    await tx.variables.delete({ deploymentId, name });
    const { id } = await tx.variables.insert({ ...made, deploymentId, createdAt: world.now() });
    const objectName = variablePath(config.name, deployment.name, name);
    const facts = { action: 'create', objectType: 'variable', objectName, deployment: deployment.name };
    await recordEvent(tx, world, factsOf(scope, { ...facts, context: { name: objectName, id: String(id) } }));
  }
}

/** Keeps what the instances have of a variable that gets another value, for those that the deploy does not reach. */
async function keepFormer(tx: Repositories, deploymentId: number, instanceIds: readonly number[], name: string, next: Json): Promise<void> {
  const row = await tx.variables.find({ deploymentId, name });
  if (row === undefined || isDeepStrictEqual(row.value, next)) return;
  const kept = new Set((await tx.variables.former.all({ deploymentId, name })).map(({ instanceId }) => instanceId));
  const others = instanceIds.filter((id) => !kept.has(id));
  await tx.variables.former.insertAll(others.map((instanceId) => ({ deploymentId, instanceId, name, value: row.value })));
}
