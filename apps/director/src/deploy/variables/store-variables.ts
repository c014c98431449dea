import { factsOf } from '../../events/record-around.js';
import { recordEvent } from '../../events/record-event.js';
import type { DeploymentRow } from '../../persistence/rows/index.js';
import type { Repositories } from '../../persistence/store.js';
import { fail } from '../errors.js';
import type { Scope } from '../scope.js';
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
  const deploymentId = deployment.id;
  for (const { id: _, ...row } of adopted) {
    await tx.variables.delete({ deploymentId, name: row.name });
    await tx.variables.insert({ ...row, deploymentId });
  }
  for (const { known, ...made } of fresh) {
    const { name } = made;
    const newest = name.startsWith('/') ? (await tx.variables.all({ name })).at(-1) : undefined;
    if (newest !== undefined && newest.id !== known?.id)
      throw fail('SharedVariableChanged', `another deployment generated '${name}' while this one was prepared`);
    await tx.variables.delete({ deploymentId, name });
    const { id } = await tx.variables.insert({ ...made, deploymentId, createdAt: world.now() });
    const objectName = variablePath(config.name, deployment.name, name);
    const facts = { action: 'create', objectType: 'variable', objectName, deployment: deployment.name };
    await recordEvent(tx, world, factsOf(scope, { ...facts, context: { name: objectName, id: String(id) } }));
  }
}
