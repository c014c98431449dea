import type { Json } from '@bosh6/base';
import { publishRecords } from '../dns/publish-records.js';
import { tellAgents } from '../dns/tell-agents.js';
import { destroyAllOf } from '../dynamic-disks/destroy-dynamic-disk.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import { recordAround } from '../events/record-around.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskContext, TaskHandler } from '../tasks/task-handler.js';
import { deleteInstance } from './delete-instance.js';
import { endCondemned } from './end-condemned.js';
import { fail } from './errors.js';
import { forgetDeployment } from './forget-deployment.js';
import { type DeleteDeploymentPayload, deleteDeploymentPayload } from './payloads.js';
import { recoverEnded } from './recover-intents.js';

/** `bosh delete-deployment`: no VM, instance or address row stays; persistent disks become orphans, dynamic ones are deleted. */
export function deleteDeployment(tools: DeployTools): TaskHandler {
  return {
    type: 'delete_deployment',
    run: async (context: TaskContext, payload: Json) => {
      const asked = parsePayload(deleteDeploymentPayload, payload);
      const scope = new Scope(tools, context);
      await recoverEnded(tools);
      const facts = { action: 'delete', objectType: 'deployment', objectName: asked.deployment, deployment: asked.deployment };
      const lock = `deployment:${asked.deployment}`;
      await tools.collaborators.locks.withLock(
        lock,
        context.taskId,
        () => recordAround(scope, facts, () => deleteUnderLock(scope, asked)),
        { signal: context.signal },
      );
      return `/deployments/${asked.deployment}`;
    },
  };
}

async function deleteUnderLock(scope: Scope, { deployment: name, force = false }: DeleteDeploymentPayload): Promise<void> {
  const { store } = scope.collaborators;
  const { events } = scope.task;
  const deployment = await store.read.deployments.find({ name });
  if (deployment === undefined) throw fail('DeploymentNotFound', `there is no deployment '${name}'`);
  const instances = await store.read.instances.all({ deploymentId: deployment.id });
  const ignored = instances.filter((instance) => instance.ignore);
  if (ignored.length > 0) {
    throw fail(
      'IgnoredInstances',
      `deployment '${name}' has ignored instances: ${ignored.map(({ group, uuid }) => `${group}/${uuid}`).join(', ')}`,
    );
  }
  await endCondemned(scope, deployment.id, { force });
  const stage = events.stage('Deleting instances', instances.length);
  await inFlight(instances, maxThreads, scope.task, async (instance) => {
    const options = { deployment: name, deploymentGoes: true, force, skipDrain: false };
    await stage.task(titleOf(instance), (progress) => deleteInstance(scope, instance, options, progress));
  });
  const artifacts = events.stage('Removing deployment artifacts', 3);
  await artifacts.task('Detaching stemcells', () => store.write((tx) => tx.deployments.update({ id: deployment.id }, { stemcellIds: [] })));
  await artifacts.task('Detaching releases', () =>
    store.write((tx) => tx.deployments.update({ id: deployment.id }, { releaseVersionIds: [] })),
  );
  const properties = events.stage('Deleting properties', 2);
  await properties.task('Deleting dynamic disks', () => destroyAllOf(scope, deployment, { force }));
  const destroy = (): Promise<boolean> =>
    store.write(async (tx) => {
      // Made while the others were deleted.
      if ((await tx.dynamicDisks.count({ deploymentId: deployment.id })) > 0) return false;
      await forgetDeployment(tx, deployment.id);
      return true;
    });
  await properties.task('Destroying deployment', async () => {
    while (!(await destroy())) await destroyAllOf(scope, deployment, { force });
  });
  await tellAgents(scope, await publishRecords(scope.collaborators), () => false);
}
