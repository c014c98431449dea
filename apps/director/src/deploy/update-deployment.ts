import type { Json } from '@bosh6/base';
import { resolveLinks, usesShortNames } from '@bosh6/plan';
import { removeLinks } from '../dns/link-rows.js';
import { syncRecords } from '../dns/sync-records.js';
import { updateAliases } from '../dns/update-aliases.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import { recordLinks } from '../links/record-links.js';
import { retireAgent } from '../orphaned-vms/retire-agent.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskContext, TaskHandler } from '../tasks/task-handler.js';
import { compilePackages } from './compile/compile-packages.js';
import { createMissingVms } from './create-instance-vm.js';
import { deleteUnneeded } from './delete-unneeded.js';
import { changedInstances, type Deploy } from './deploy.js';
import { deployedArtifacts } from './deployed-artifacts.js';
import { deploymentOf, noId } from './deployment-of.js';
import type { Documents } from './documents.js';
import { endCondemned } from './end-condemned.js';
import { forgetEmpty } from './forget-deployment.js';
import { type UpdateDeploymentPayload, updateDeploymentPayload } from './payloads.js';
import { parsePlanId } from './plan/plan-id.js';
import { postDeploy } from './post-deploy.js';
import { type Limits, type Prepared, prepareDeploy } from './prepare-deploy.js';
import { prepareSwaps } from './prepare-swaps.js';
import { recoverEnded } from './recover-intents.js';
import { renameCpis } from './rename-cpis.js';
import { reportListeners } from './report-listeners.js';
import { settledPlacement } from './settle-dynamic.js';
import { forgetUnborn } from './store-placement.js';
import { updateGroups } from './update-groups.js';
import { forgetFormer } from './variables/forget-former.js';
import { withDocuments } from './with-documents.js';

/** `bosh deploy`. Holds the deployment's lock; the stored manifest changes only when everything else did. */
export function updateDeployment(tools: DeployTools): TaskHandler {
  return {
    type: 'update_deployment',
    run: async (context: TaskContext, payload: Json) => {
      const asked = parsePayload(updateDeploymentPayload, payload);
      const scope = new Scope(tools, context);
      if (asked.dryRun !== true) await recoverEnded(tools);
      const lock = `deployment:${asked.deployment}`;
      await tools.collaborators.locks.withLock(lock, context.taskId, () => deployUnderLock(scope, asked), { signal: context.signal });
      return `/deployments/${asked.deployment}`;
    },
  };
}

async function deployUnderLock(scope: Scope, payload: UpdateDeploymentPayload): Promise<void> {
  const { store } = scope.collaborators;
  if (payload.dryRun === true) {
    const row = await deploymentOf(store.read, payload);
    await withDocuments(scope, row, payload, (documents) => prepareDeploy(scope, documents, row, payload, limitsOf(payload)));
    return;
  }
  const { deployment, isNew } = await findOrCreate(scope, payload);
  await endCondemned(scope, deployment.id);
  const name = payload.deployment;
  const facts = { action: isNew ? 'create' : 'update', objectType: 'deployment', objectName: name, deployment: name };
  await recordAround(scope, facts, async (learn) => {
    const before = await deployedArtifacts(store.read, deployment);
    await attempt(scope, payload, deployment, isNew);
    const now = (await store.read.deployments.find({ id: deployment.id })) ?? deployment;
    learn({ context: { before, after: await deployedArtifacts(store.read, now) } });
  });
}

async function attempt(scope: Scope, payload: UpdateDeploymentPayload, deployment: DeploymentRow, isNew: boolean): Promise<void> {
  try {
    await withDocuments(scope, deployment, payload, async (documents) =>
      carryOut(scope, await prepareDeploy(scope, documents, deployment, payload, limitsOf(payload)), documents),
    );
  } catch (error) {
    // A first deploy that left nothing behind leaves no deployment either.
    if (isNew) await scope.collaborators.store.write((tx) => forgetEmpty(tx, deployment.id));
    throw error;
  }
}

function limitsOf({ plan }: UpdateDeploymentPayload): Limits {
  return plan === undefined ? {} : { plan: parsePlanId(plan) };
}

async function carryOut(scope: Scope, prepared: Prepared, { cloudConfigIds, runtimeConfigIds }: Documents): Promise<void> {
  const { deployment, placement, plan, payload, resolved, added } = prepared;
  const refused = new Set<number>();
  try {
    for (const step of plan.instances) {
      if (step.action !== 'none')
        scope.task.debug(`${step.group}/${step.uuid}: ${step.action}, for ${step.changes.map(({ reason }) => reason).join('; ')}`);
    }
    const { desired } = resolved;
    const compiled = await compilePackages(scope, { deployment: deployment.name, desired, placement, steps: plan.compile });
    const deploy: Deploy = { ...prepared, compiled };
    scope.task.throwIfCancelled();
    for (const vm of prepared.retired) await retireAgent(scope, vm);
    await deleteUnneeded(deploy);
    const changed = changedInstances(deploy);
    await createMissingVms(
      deploy,
      changed.filter(({ step, placed }) => step.action === 'create' || placed.swap === 'new'),
      refused,
    );
    const created = new Set(changed.flatMap(({ step, row }) => (step.action === 'create' ? [row.id] : [])));
    await scope.collaborators.store.write((tx) => updateAliases(tx, deployment.id, deploy.manifest));
    // Templates may have names of numbers that were given just now: whoever is updated in place must find them too.
    if (usesShortNames(deploy.manifest)) await syncRecords(scope, deployment);
    else if (created.size > 0 || plan.delete.length > 0) await syncRecords(scope, deployment, ({ instanceId }) => created.has(instanceId));
    await prepareSwaps(
      deploy,
      changed.filter(({ placed }) => placed.swap !== undefined),
    );
    await updateGroups(deploy);
    // Until now templates may have held names of links that nobody provides any more.
    if ((await scope.collaborators.store.read.dns.links.count({ deploymentId: deployment.id })) > 0)
      await scope.collaborators.store.write((tx) => removeLinks(tx, deployment.id, deploy.manifest, placement));
    await syncRecords(scope, deployment);
    const cpis = await scope.collaborators.cpis.known();
    const settled = await settledPlacement(deploy);
    const links = resolveLinks(deploy.manifest, settled, deploy.shared);
    await scope.collaborators.store.write(async (tx) => {
      const now = scope.collaborators.world.now();
      const { manifest, naming } = deploy;
      await recordLinks(tx, { deploymentId: deployment.id, manifest, naming, placement: settled, links, now });
      await renameCpis(tx, prepared, cpis);
      await forgetFormer(tx, deployment.id, placement.instances, deploy.rows);
      await tx.deployments.update(
        { id: deployment.id },
        {
          manifestText: payload.manifestText,
          cloudConfigIds,
          runtimeConfigIds,
          releaseVersionIds: resolved.releaseVersionIds,
          stemcellIds: [...new Set(resolved.stemcells.map(({ id }) => id))],
        },
      );
    });
    if (!plan.isNoop) await postDeploy(deploy);
    await reportListeners(deploy);
  } finally {
    // As in BOSH: an instance whose VM the infrastructure refused keeps its addresses for the next attempt.
    await forgetUnborn(
      scope,
      added.filter((id) => !refused.has(id)),
    );
  }
}

async function findOrCreate(scope: Scope, payload: UpdateDeploymentPayload): Promise<{ deployment: DeploymentRow; isNew: boolean }> {
  return scope.collaborators.store.write(async (tx) => {
    const { id, ...row } = await deploymentOf(tx, payload);
    const deployment = id === noId ? await tx.deployments.insert(row) : { id, ...row };
    return { deployment, isNew: row.manifestText === null };
  });
}
