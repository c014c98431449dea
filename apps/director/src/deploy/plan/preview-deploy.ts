import type { DeploymentPlan } from '@bosh6/director-api';
import { parseYaml } from '@bosh6/formats';
import { type DeployTools, Scope } from '../../engine/scope.js';
import type { DeploymentRow } from '../../persistence/rows/index.js';
import type { Store } from '../../persistence/store.js';
import { deploymentOf } from '../deployment-of.js';
import { allOf } from '../documents.js';
import type { UpdateDeploymentPayload } from '../payloads.js';
import { prepareDeploy } from '../prepare-deploy.js';
import type { FilledDocuments } from '../variables/resolve-variables.js';
import { withDocuments } from '../with-documents.js';
import { concealer, type Text } from './conceal.js';
import { deploymentChanges } from './deployment-changes.js';
import { changeDescriber } from './describe-change.js';
import { describePlan } from './describe-plan.js';
import { newSeed, planId } from './plan-id.js';
import { partsOf } from './plan-parts.js';
import { silentTask } from './silent-task.js';

export interface PreviewOptions {
  user: string;
  showSecrets: boolean;
  /** Ends it; its reason is thrown. */
  signal: AbortSignal;
}

/**
 * What a deploy would do now, and why: the same steps as a deploy up to its first write, without a task. Asks agents and CPIs, changes nothing. Throws what a
 * deploy throws on that way.
 */
export async function previewDeploy(
  tools: DeployTools,
  asked: UpdateDeploymentPayload,
  { user, showSecrets, signal }: PreviewOptions,
): Promise<DeploymentPlan> {
  const { store, world, cpis } = tools.collaborators;
  const warnings: string[] = [];
  const scope = new Scope(tools, silentTask({ user, deployment: asked.deployment, warnings, signal, log: tools.collaborators.log }));
  const payload = { ...asked, dryRun: true };
  const deployment = await deploymentOf(store.read, payload);
  return withDocuments(scope, deployment, payload, async (documents) => {
    const seed = newSeed(world);
    const prepared = await prepareDeploy(scope, documents, deployment, payload, { plan: { seed } });
    const parts = partsOf({ ...prepared, payload, documents, cpis: await cpis.known() });
    const generate = documents.variables.fresh.map(({ name }) => name);
    const conceal = concealer([
      ...textsOf(documents),
      ...(await formerTexts(store.read, deployment)),
      { written: prepared.resolved.desired.calculated ?? {} },
    ]);
    const written = { before: deployment.manifestText, after: payload.manifestText, fresh: new Set(generate), showSecrets, conceal };
    const told = describePlan(prepared, changeDescriber(written));
    const changes = await deploymentChanges(store.read, prepared);
    const isNoop = prepared.plan.isNoop && changes.length === 0 && generate.length === 0;
    return { id: planId({ seed, parts }), deployment: deployment.name, is_noop: isNoop, changes, ...told, generate, warnings };
  });
}

function textsOf(documents: FilledDocuments): Text[] {
  const filled = allOf(documents);
  return allOf(documents.written).map(({ value }, at) => ({ written: value, filled: filled[at]?.value ?? null }));
}

/** What was deployed last, as written. */
async function formerTexts(read: Store['read'], { manifestText, cloudConfigIds, runtimeConfigIds }: DeploymentRow): Promise<Text[]> {
  const configs = await read.configs.byIds([...cloudConfigIds, ...runtimeConfigIds]);
  const texts = [...(manifestText === null ? [] : [manifestText]), ...configs.map(({ content }) => content)];
  return texts.map((text) => ({ written: parseYaml(text, 'text').value }));
}
