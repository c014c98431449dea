import { recoverEnded } from '../deploy/recover-intents.js';
import { findDeployment } from '../deployments/find-deployment.js';
import { type DeployTools, Scope } from '../engine/scope.js';
import type { DeploymentRow } from '../persistence/rows/index.js';
import { parsePayload } from '../tasks/parse-payload.js';
import type { TaskContext, TaskHandler } from '../tasks/task-handler.js';
import { applyPayload, scanAndFixPayload, scanPayload } from './payloads.js';
import { resolveProblems } from './resolve-problems.js';
import { scanAndFix } from './scan-and-fix.js';
import { scanDisks } from './scan-disks.js';
import { scanVms } from './scan-vms.js';
import { storeFindings } from './store-findings.js';

/** Handlers of `cck_scan`, `cck_apply` and `cck_scan_and_fix` (director-api reference 4.3.10); payloads are in payloads.ts. */
export function problemHandlers(tools: DeployTools): TaskHandler[] {
  return [
    {
      type: 'cck_scan',
      run: (context, payload) =>
        underLock(tools, context, parsePayload(scanPayload, payload).deployment, 0, async (scope, deployment) => {
          const instances = await scope.collaborators.store.read.instances.all({ deploymentId: deployment.id });
          const { findings, mounted } = await scanVms(scope, deployment, instances);
          await storeFindings(scope.collaborators, deployment, [...findings, ...(await scanDisks(scope, instances, mounted))]);
          return 'scan complete';
        }),
    },
    {
      type: 'cck_apply',
      run: (context, payload) => {
        const { deployment: name, resolutions, maxInFlight } = parsePayload(applyPayload, payload);
        return underLock(tools, context, name, undefined, async (scope, deployment) => {
          await recoverEnded(tools);
          return `${await resolveProblems(scope, deployment, resolutions, maxInFlight)} resolved`;
        });
      },
    },
    {
      type: 'cck_scan_and_fix',
      run: (context, payload) => {
        const { deployment: name, jobs, halfDone } = parsePayload(scanAndFixPayload, payload);
        return underLock(tools, context, name, undefined, async (scope, deployment) => {
          await recoverEnded(tools);
          await scanAndFix(scope, deployment, jobs, halfDone);
          return 'scan and fix complete';
        });
      },
    },
  ];
}

function underLock(
  tools: DeployTools,
  context: TaskContext,
  name: string,
  timeoutMs: number | undefined,
  work: (scope: Scope, deployment: DeploymentRow) => Promise<string>,
): Promise<string> {
  const { locks, store } = tools.collaborators;
  const options = { signal: context.signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  const run = async (): Promise<string> => work(new Scope(tools, context), await findDeployment(store.read, name));
  return locks.withLock(`deployment:${name}`, context.taskId, run, options);
}
