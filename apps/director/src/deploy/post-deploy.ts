import { activeVm, type Deploy } from './deploy.js';
import { inFlight, maxThreads } from './in-flight.js';

/** Runs the jobs' post-deploy scripts on every instance that has a VM, after all were updated. */
export async function postDeploy(deploy: Deploy): Promise<void> {
  const { scope, rows } = deploy;
  await inFlight(rows.values(), maxThreads, scope.task, async (row) => {
    const vm = row.ignore ? undefined : await activeVm(scope, row.id);
    if (vm !== undefined) await scope.agent(vm.agentId).callIfKnown('run_script', ['post-deploy', { env: {} }]);
  });
}
