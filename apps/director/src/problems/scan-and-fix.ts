import type { Scope } from '../engine/scope.js';
import type { DeploymentRow, InstanceRow } from '../persistence/rows/index.js';
import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { kindOf } from './kinds.js';
import type { ScanAndFixPayload } from './payloads.js';
import { resolveProblems } from './resolve-problems.js';
import { scanVms } from './scan-vms.js';
import { storeFindings } from './store-findings.js';

const postDeployMs = 10_000;

/** Gives those of the instances a new VM whose VM is missing or silent. One that answers is left as it is. */
export async function scanAndFix(scope: Scope, deployment: DeploymentRow, jobs: ScanAndFixPayload['jobs']): Promise<void> {
  const { read } = scope.collaborators.store;
  const all = await read.instances.all({ deploymentId: deployment.id });
  const isNamed = ({ group, uuid, index }: InstanceRow): boolean =>
    (jobs[group] ?? []).some((id) => id === uuid || String(id) === String(index));
  const instances = all.filter(isNamed);
  const { findings } = await scanVms(scope, deployment, instances);
  const ids = new Set(instances.map(({ id }) => id));
  const problems = await storeFindings(
    scope.collaborators,
    deployment,
    findings,
    ({ type, resourceId }) => kindOf(type)?.of === 'instance' && ids.has(resourceId),
  );
  await resolveProblems(scope, deployment, Object.fromEntries(problems.map(({ id }) => [String(id), 'recreate_vm'])));
  const mended = instances.filter(({ id, state }) => state === 'started' && problems.some(({ resourceId }) => resourceId === id));
  await inFlight(mended, maxThreads, scope.task, (instance) => postDeploy(scope, instance));
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
