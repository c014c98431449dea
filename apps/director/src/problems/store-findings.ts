import type { JsonObject, World } from '@bosh6/base';
import type { DeploymentRow, ProblemRow } from '../persistence/rows/index.js';
import type { Store } from '../persistence/store.js';
import type { ProblemType } from './kinds.js';

export interface Finding {
  readonly type: ProblemType;
  readonly resourceId: number;
  readonly data: JsonObject;
}

/** Stores what a scan found, in the place of what earlier ones found: of the whole deployment, or of problems that `replaces` names. */
export function storeFindings(
  { store, world }: { store: Store; world: Pick<World, 'now'> },
  { id: deploymentId }: DeploymentRow,
  findings: readonly Finding[],
  replaces: (problem: ProblemRow) => boolean = () => true,
): Promise<ProblemRow[]> {
  return store.write(async (tx) => {
    for (const problem of await tx.problems.all({ deploymentId, state: 'open' }))
      if (replaces(problem)) await tx.problems.update({ id: problem.id }, { state: 'closed' });
    const createdAt = world.now();
    return tx.problems.insertAll(findings.map((finding) => ({ ...finding, deploymentId, state: 'open', createdAt })));
  });
}
