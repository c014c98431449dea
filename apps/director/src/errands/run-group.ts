import { compilePackages } from '../deploy/compile/compile-packages.js';
import { createMissingVms } from '../deploy/create-instance-vm.js';
import { activeVm, changedInstances, type Deploy } from '../deploy/deploy.js';
import type { Prepared } from '../deploy/prepare-deploy.js';
import { prepareStored } from '../deploy/prepare-stored.js';
import { takeDownVm } from '../deploy/take-down-vm.js';
import { unfinishedWhile } from '../deploy/unfinished-while.js';
import { updateGroups } from '../deploy/update-groups.js';
import { usePrepared } from '../deploy/use-prepared.js';
import { syncRecords } from '../dns/sync-records.js';
import type { Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import type { DeploymentRow, InstanceRow } from '../persistence/rows/index.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { type Outcome, runOnInstances } from './run-on-instances.js';
import { isUnchanged, storeRun } from './unchanged.js';

export interface GroupRun {
  group: string;
  errand: string;
  job: string;
  /** Its VMs stay for the next run. */
  keepAlive: boolean;
  whenChanged: boolean;
}

/**
 * Runs an errand group: its instances get VMs with what was deployed last, the first of them runs the job, and the VMs go again, also after a failure or
 * a cancel. The instances keep their names, addresses and disks. Undefined when nothing changed since it last succeeded, and that was asked for.
 */
export async function runGroup(scope: Scope, deployment: DeploymentRow, run: GroupRun): Promise<Outcome[] | undefined> {
  const prepared = await prepareStored(scope, deployment, { fix: true }, { focus: { group: run.group }, errand: run.group });
  try {
    return await usePrepared(scope, prepared, () => runPrepared(scope, prepared, deployment, run));
  } finally {
    if (!run.keepAlive) await bringDown(scope, deployment, run.group);
  }
}

async function runPrepared(scope: Scope, prepared: Prepared, deployment: DeploymentRow, run: GroupRun): Promise<Outcome[] | undefined> {
  const name = `${deployment.id}/${run.group}/${run.errand}`;
  if (run.whenChanged && isAsItWas(prepared) && (await isUnchanged(scope, name, await rowsOf(scope, deployment, run.group))))
    return undefined;
  await bringUp(scope, prepared, deployment);
  const rows = await rowsOf(scope, deployment, run.group);
  const [row] = rows;
  const vm = row === undefined ? undefined : await activeVm(scope, row.id);
  const outcomes = row === undefined || vm === undefined ? [] : await runOnInstances(scope, run.errand, run.job, [{ row, vm }]);
  await storeRun(scope, name, rows, outcomes);
  return outcomes;
}

/** The first is the one that runs. */
async function rowsOf(scope: Scope, { id: deploymentId }: DeploymentRow, group: string): Promise<InstanceRow[]> {
  const rows = await scope.collaborators.store.read.instances.all({ deploymentId, group });
  return rows.sort((a, b) => a.index - b.index);
}

/** That a group is without its VMs between its runs is no change. */
function isAsItWas({ plan }: Prepared): boolean {
  return plan.instances.every(({ changes }) => changes.every(({ kind }) => kind === 'missing_vm' || kind === 'state'));
}

async function bringUp(scope: Scope, prepared: Prepared, deployment: DeploymentRow): Promise<void> {
  const { placement, plan, resolved } = prepared;
  const compiled = await compilePackages(scope, { deployment: deployment.name, desired: resolved.desired, placement, steps: plan.compile });
  const deploy: Deploy = { ...prepared, compiled };
  const missing = changedInstances(deploy).filter(({ step }) => step.action === 'create');
  await createMissingVms(deploy, missing, new Set());
  await updateGroups(deploy);
  await syncRecords(scope, deployment);
}

/** Without a word to the agents: a task that was cancelled has none any more. */
async function bringDown(scope: Scope, deployment: DeploymentRow, group: string): Promise<void> {
  const { store } = scope.collaborators;
  const rows = await rowsOf(scope, deployment, group);
  const up: InstanceRow[] = [];
  for (const row of rows) if ((await activeVm(scope, row.id)) !== undefined) up.push(row);
  const stage = scope.task.events.stage('Deleting errand instances', up.length, [group]);
  await inFlight(up, maxThreads, { throwIfCancelled: () => {} }, async (row) => {
    await stage.task(titleOf(row), async () => {
      const vm = await activeVm(scope, row.id);
      if (vm !== undefined) await unfinishedWhile(scope, row, () => takeDownVm(scope, row, vm, { agentGone: true }));
      // Nobody is to miss its VM.
      await store.write((tx) => tx.instances.update({ id: row.id }, { state: 'detached' }));
    });
  });
}
