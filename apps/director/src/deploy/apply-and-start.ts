import type { VmRow } from '../persistence/rows/index.js';
import { appliedState, applySpec } from './apply-spec.js';
import { deliverTemplates } from './deliver-templates.js';
import type { Deploy, InstanceWork } from './deploy.js';
import { blobFamily } from './endpoints.js';
import { specFor } from './spec-for.js';
import { startInstance } from './start-instance.js';
import type { Progress } from './stop-instance.js';

/** Gives a VM its instance's packages and templates and starts its jobs; from then on the instance is updated, and started. */
export async function applyAndStart(deploy: Deploy, work: InstanceWork, vm: VmRow, canary: boolean, progress: Progress): Promise<void> {
  const { scope } = deploy;
  const { placed, group, row, manifestGroup } = work;
  const agent = scope.agent(vm.agentId);
  const spec = specFor(deploy, work, vm);
  progress('installing packages', 50);
  const delivered = await deliverTemplates(scope, agent, work.templates, blobFamily(scope.collaborators.config, spec.networks));
  try {
    progress('configuring jobs', 60);
    await agent.call('apply', [applySpec(scope, spec, delivered)]);
  } finally {
    await delivered.forget();
  }
  const { canaryWatchTime, updateWatchTime } = manifestGroup.update;
  const watch = canary ? canaryWatchTime : updateWatchTime;
  await startInstance(scope, agent, work.title, deploy.unwatched ? undefined : watch, progress);
  const { index, bootstrap } = placed;
  await scope.collaborators.store.write(async (tx) => {
    if (deploy.hasFormerVariables !== true) await tx.variables.former.delete({ instanceId: row.id });
    await tx.instances.update(
      { id: row.id },
      {
        updateCompleted: true,
        state: 'started',
        group: group.name,
        index,
        bootstrap,
        az: placed.az ?? null,
        spec: appliedState(spec) as never,
      },
    );
  });
}
