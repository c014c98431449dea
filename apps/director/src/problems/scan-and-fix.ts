import type { Scope } from '../engine/scope.js';
import { titleOf } from '../engine/title-of.js';
import type { DeploymentRow, InstanceRow } from '../persistence/rows/index.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { together } from '../tasks/together.js';
import { bringUp } from './bring-up.js';
import { kindOf } from './kinds.js';
import { isNamed, type ScanAndFixPayload } from './payloads.js';
import { resolveProblems } from './resolve-problems.js';
import { scanVms } from './scan-vms.js';
import { storeFindings } from './store-findings.js';

const postDeployMs = 10_000;

/** Gives those of the instances a new VM whose VM is missing or silent. One that answers is left as it is, but for those that are `halfDone`: their jobs are started. */
export async function scanAndFix(
  scope: Scope,
  deployment: DeploymentRow,
  jobs: ScanAndFixPayload['jobs'],
  halfDone: readonly string[] = [],
): Promise<void> {
  const { read } = scope.collaborators.store;
  const all = await read.instances.all({ deploymentId: deployment.id });
  const instances = all.filter((instance) => isNamed(jobs, instance));
  const { findings } = await scanVms(scope, deployment, instances);
  const ids = new Set(instances.map(({ id }) => id));
  const problems = await storeFindings(
    scope.collaborators,
    deployment,
    findings,
    ({ type, resourceId }) => kindOf(type)?.of === 'instance' && ids.has(resourceId),
  );
  const isProblem = ({ id }: InstanceRow): boolean => problems.some(({ resourceId }) => resourceId === id);
  const started = instances.filter(({ state }) => state === 'started');
  const left = started.filter((one) => halfDone.includes(one.uuid) && !one.updateCompleted && !one.ignore && !isProblem(one));
  const resolutions = Object.fromEntries(problems.map(({ id }) => [String(id), 'recreate_vm']));
  const resolved = resolveProblems(scope, deployment, resolutions).then(() => undefined);
  // What cannot be mended keeps nobody else from it.
  await together([resolved, finish(scope, deployment, left)]);
  const mended = started.filter((one) => isProblem(one) || left.includes(one));
  await inFlight(mended, maxThreads, scope.task, (instance) => postDeploy(scope, instance));
}

/** Brings instances to what was deployed last, on the VMs that they have; one that fails keeps no other from it. */
async function finish(scope: Scope, deployment: DeploymentRow, instances: readonly InstanceRow[]): Promise<void> {
  const stage = scope.task.events.stage('Finishing what was cut off', instances.length);
  const all: Promise<void>[] = [];
  await inFlight(instances, maxThreads, scope.task, async (instance) => {
    const work = stage.task(titleOf(instance), () => bringUp({ scope, deployment, instance }, { waits: true }));
    all.push(work);
    await work.catch(() => undefined);
  });
  await together(all);
}

/** As after a deploy; a script that fails does not undo the mending. */
async function postDeploy(scope: Scope, { id }: InstanceRow): Promise<void> {
  const vm = await scope.collaborators.store.read.vms.find({ instanceId: id, active: true });
  if (vm === undefined) return;
  const options = { timeoutMs: postDeployMs, totalMs: postDeployMs };
  try {
    await scope.agent(vm.agentId).callIfKnown('run_script', ['post-deploy', { env: {} }], options);
  } catch (error) {
    scope.task.events.warning(`post-deploy failed in VM ${vm.cid}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
