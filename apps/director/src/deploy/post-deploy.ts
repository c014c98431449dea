import { inFlight, maxThreads } from '../tasks/in-flight.js';
import { activeVm, type Deploy } from './deploy.js';

/** Runs the jobs' post-deploy scripts on every instance that is started, after all were updated. */
export async function postDeploy(deploy: Deploy): Promise<void> {
  const { scope, deployment } = deploy;
  const rows = await scope.collaborators.store.read.instances.summaries({ deploymentId: deployment.id });
  await inFlight(rows, maxThreads, scope.task, async (row) => {
    const vm = row.ignore || row.state !== 'started' ? undefined : await activeVm(scope, row.id);
    if (vm !== undefined) await scope.agent(vm.agentId).callIfKnown('run_script', ['post-deploy', { env: {} }]);
  });
}
