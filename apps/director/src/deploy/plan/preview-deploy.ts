import type { DeploymentPlan } from '@bosh6/director-api';
import { deploymentOf } from '../deployment-of.js';
import type { UpdateDeploymentPayload } from '../payloads.js';
import { prepareDeploy } from '../prepare-deploy.js';
import { type DeployTools, Scope } from '../scope.js';
import { withDocuments } from '../with-documents.js';
import { changeDescriber } from './describe-change.js';
import { describePlan } from './describe-plan.js';
import { newSeed, planId } from './plan-id.js';
import { partsOf } from './plan-parts.js';
import { silentTask } from './silent-task.js';

/**
 * What a deploy would do now, and why: the same steps as a deploy up to its first write, without a task. Asks agents and CPIs, changes nothing. Throws what a
 * deploy throws on that way.
 */
export async function previewDeploy(
  tools: DeployTools,
  asked: UpdateDeploymentPayload,
  { user, showSecrets }: { user: string; showSecrets: boolean },
): Promise<DeploymentPlan> {
  const { store, world, cpis } = tools.collaborators;
  const warnings: string[] = [];
  const scope = new Scope(tools, silentTask({ user, deployment: asked.deployment, warnings, log: tools.collaborators.log }));
  const payload = { ...asked, dryRun: true };
  const deployment = await deploymentOf(store.read, payload);
  return withDocuments(scope, deployment, payload, async (documents) => {
    const seed = newSeed(world);
    const prepared = await prepareDeploy(scope, documents, deployment, payload, { plan: { seed } });
    const parts = partsOf({ ...prepared, payload, documents, cpis: await cpis.known() });
    const generate = documents.variables.fresh.map(({ name }) => name);
    const written = { before: deployment.manifestText, after: payload.manifestText, fresh: new Set(generate), showSecrets };
    const told = describePlan(prepared, changeDescriber(written));
    return { id: planId({ seed, parts }), deployment: deployment.name, ...told, generate, warnings };
  });
}
