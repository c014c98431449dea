import { inFlight, maxThreads } from '../tasks/in-flight.js';
import type { Deploy, InstanceWork } from './deploy.js';
import { prepareVm } from './prepare-vm.js';

/** Has the VMs that wait to be swapped in fetch their packages while the others still serve. */
export async function prepareSwaps(deploy: Deploy, swaps: readonly InstanceWork[]): Promise<void> {
  if (swaps.length === 0) return;
  const { scope } = deploy;
  const { store } = scope.collaborators;
  const stage = scope.task.events.stage('Downloading packages', swaps.length);
  await inFlight(swaps, maxThreads, scope.task, async (work) => {
    await stage.task(work.title, async () => {
      const vm = await store.read.vms.find({ instanceId: work.row.id, active: false });
      if (vm !== undefined) await prepareVm(deploy, work, vm);
    });
  });
}
