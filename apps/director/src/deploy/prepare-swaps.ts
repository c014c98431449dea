import { applySpec } from './apply-spec.js';
import { deliverTemplates } from './deliver-templates.js';
import type { Deploy, InstanceWork } from './deploy.js';
import { blobFamily } from './endpoints.js';
import { inFlight, maxThreads } from './in-flight.js';
import { specFor } from './spec-for.js';

/** Has the VMs that wait to be swapped in fetch their packages while the others still serve. */
export async function prepareSwaps(deploy: Deploy, swaps: readonly InstanceWork[]): Promise<void> {
  if (swaps.length === 0) return;
  const { scope } = deploy;
  const { store, config } = scope.collaborators;
  const stage = scope.task.events.stage('Downloading packages', swaps.length);
  await inFlight(swaps, maxThreads, scope.task, async (work) => {
    await stage.task(work.title, async () => {
      const vm = await store.read.vms.find({ instanceId: work.row.id, active: false });
      if (vm === undefined) return;
      const agent = scope.agent(vm.agentId);
      const spec = specFor(deploy, work, vm);
      const delivered = await deliverTemplates(scope, agent, work.templates, blobFamily(config, spec.networks));
      try {
        await agent.callIfKnown('prepare', [applySpec(scope, spec, delivered)]);
      } finally {
        await delivered.forget();
      }
    });
  });
}
