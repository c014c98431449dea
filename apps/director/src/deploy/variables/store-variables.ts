import { factsOf } from '../../events/record-around.js';
import { recordEvent } from '../../events/record-event.js';
import type { DeploymentRow } from '../../persistence/rows/index.js';
import type { Repositories } from '../../persistence/store.js';
import type { Scope } from '../scope.js';
import type { Variables } from './resolve-variables.js';
import { variablePath } from './variable-path.js';

/** Keeps what was generated for the deployment; from then on it stays so. */
export async function storeVariables(tx: Repositories, scope: Scope, deployment: DeploymentRow, { fresh }: Variables): Promise<void> {
  const { world, config } = scope.collaborators;
  for (const { definition, value } of fresh) {
    const { name, type } = definition;
    const { id } = await tx.variables.insert({ deploymentId: deployment.id, name, type, value, createdAt: world.now() });
    const objectName = variablePath(config.name, deployment.name, name);
    const facts = { action: 'create', objectType: 'variable', objectName, deployment: deployment.name };
    await recordEvent(tx, world, factsOf(scope, { ...facts, context: { name: objectName, id: String(id) } }));
  }
}
