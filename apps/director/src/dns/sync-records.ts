import type { Scope } from '../engine/scope.js';
import type { DeploymentRow, VmRow } from '../persistence/rows/index.js';
import { publishRecords } from './publish-records.js';
import { tellAgents } from './tell-agents.js';
import { updateRecords } from './update-records.js';

/**
 * Brings local DNS to what a deployment's instances and VMs are now, and tells the agents of all deployments. Waits for the agents of VMs that `waits`
 * names, all of this deployment unless said; nobody else's silence delays a deploy.
 */
export async function syncRecords(
  scope: Scope,
  deployment: Pick<DeploymentRow, 'id' | 'name'>,
  waits: (vm: VmRow) => boolean = () => true,
): Promise<void> {
  const { store } = scope.collaborators;
  const published = await publishRecords(scope.collaborators, (tx) => updateRecords(tx, deployment));
  const own = new Set((await store.read.instances.summaries({ deploymentId: deployment.id })).map(({ id }) => id));
  await tellAgents(scope, published, (vm) => own.has(vm.instanceId) && waits(vm));
}
