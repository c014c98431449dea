import type { Json } from '@bosh6/base';
import { usesShortNames } from '@bosh6/plan';
import { syncRecords } from '../dns/sync-records.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import { recordAround } from '../events/record-around.js';
import type { DeploymentRow, InstanceRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskContext, TaskHandler } from '../tasks/task-handler.js';
import { compilePackages } from './compile/compile-packages.js';
import { completeUpdate } from './complete-update.js';
import { createInstanceVm } from './create-instance-vm.js';
import { activeVm, changedInstances, type Deploy, type InstanceWork } from './deploy.js';
import { endCondemned } from './end-condemned.js';
import { fail } from './errors.js';
import { type UpdateInstancePayload, updateInstancePayload } from './payloads.js';
import type { Prepared } from './prepare-deploy.js';
import { prepareResting } from './prepare-resting.js';
import { prepareStored } from './prepare-stored.js';
import { recoverEnded } from './recover-intents.js';
import { storeRest } from './rest-instance.js';
import { isDown, stopForUpdate } from './stop-for-update.js';
import { takeDownVm } from './take-down-vm.js';
import { updateMetadata } from './update-metadata.js';
import { usePrepared } from './use-prepared.js';

/** `start`, `stop`, `restart`, `recreate` with `--no-converge`: acts on one instance and on nothing else. */
export function updateOneInstance(tools: DeployTools): TaskHandler {
  return {
    type: 'update_instance',
    run: async (context: TaskContext, payload: Json) => {
      const asked = parsePayload(updateInstancePayload, payload);
      const scope = new Scope(tools, context);
      await recoverEnded(tools);
      const lock = `deployment:${asked.deployment}`;
      return tools.collaborators.locks.withLock(lock, context.taskId, () => changeUnderLock(scope, asked), { signal: context.signal });
    },
  };
}

async function changeUnderLock(scope: Scope, asked: UpdateInstancePayload): Promise<string> {
  const { read } = scope.collaborators.store;
  const row = await read.instances.find({ id: asked.instanceId });
  const deployment = await read.deployments.find({ name: asked.deployment });
  if (row === undefined || deployment === undefined)
    throw fail('InstanceNotFound', `deployment '${asked.deployment}' has no such instance any more`);
  await endCondemned(scope, deployment.id);
  const name = `${row.group}/${row.uuid}`;
  if (row.ignore) throw fail('IgnoredInstance', `instance ${name} is ignored, so its state cannot be changed`);
  const facts = { action: asked.action, objectType: 'instance', objectName: name, instance: name, deployment: deployment.name };
  await recordAround(scope, facts, () => change(scope, asked, deployment, row));
  return name;
}

const states = { start: 'started', stop: 'stopped', restart: 'restart', recreate: 'recreate' } as const;

async function change(scope: Scope, asked: UpdateInstancePayload, deployment: DeploymentRow, row: InstanceRow): Promise<void> {
  const state = asked.action === 'stop' && asked.hard === true ? 'detached' : states[asked.action];
  const prepared = await prepareStored(
    scope,
    deployment,
    {
      stateChange: { group: row.group, id: row.uuid, state },
      ...(asked.skipDrain === true ? { skipDrain: '*' as const } : {}),
      ...(asked.fix === true ? { fix: true } : {}),
    },
    { focus: { group: row.group, uuid: row.uuid } },
  );
  await usePrepared(scope, prepared, () => carryOut(prepared, row));
}

async function carryOut(prepared: Prepared, row: InstanceRow): Promise<void> {
  const { scope, deployment, manifest, placement, plan, resolved } = prepared;
  const group = manifest.instanceGroups.find(({ name }) => name === row.group);
  if (group?.lifecycle === 'errand')
    throw fail('LifecycleInvalid', `instance ${row.group}/${row.uuid} is of an errand, which is not started or stopped`);
  const wanted = { deployment: deployment.name, desired: resolved.desired, placement, steps: plan.compile };
  const deploy: Deploy = { ...prepared, compiled: await compilePackages(scope, wanted) };
  for (const work of changedInstances(deploy)) await walk(deploy, work);
}

async function walk(deploy: Deploy, work: InstanceWork): Promise<void> {
  const { scope, deployment } = deploy;
  const { step, placed, row, title } = work;
  const { store } = scope.collaborators;
  if (step.action === 'metadata') return updateMetadata(deploy, work);
  if (step.action === 'wait') return prepareResting(deploy, work);
  const stage = scope.task.events.stage(`Updating instance ${title}`);
  await store.write((tx) => tx.instances.update({ id: row.id }, { updateCompleted: false }));
  const jobState = placed.existing?.vm?.jobState;
  const agentGone = jobState === 'unresponsive' || jobState === 'gone';
  let vm = await activeVm(scope, row.id);
  if (vm !== undefined && !agentGone && !isDown(work)) {
    const stopped = vm;
    await stage.task('Stopping instance', (progress) => stopForUpdate(deploy, work, stopped, progress));
  }
  if (vm !== undefined && (step.action === 'recreate' || step.action === 'detach')) {
    const old = vm;
    await stage.task('Deleting VM', () => takeDownVm(scope, row, old, { agentGone }));
    vm = undefined;
  }
  const isNew = vm === undefined && placed.state !== 'detached';
  if (isNew) vm = await stage.task('Creating VM', () => createInstanceVm(deploy, work));
  if (vm !== undefined && placed.state === 'started') {
    const started = vm;
    if (usesShortNames(deploy.manifest)) await syncRecords(scope, deployment, ({ instanceId }) => instanceId === row.id);
    await stage.task('Starting instance', (progress) => completeUpdate(deploy, work, started, false, progress));
  } else {
    if (vm !== undefined && isNew) await scope.agent(vm.agentId).call('stop', []);
    await storeRest(scope, work);
  }
  await syncRecords(scope, deployment, ({ instanceId }) => instanceId === row.id);
}
