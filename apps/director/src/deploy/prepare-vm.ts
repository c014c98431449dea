import type { VmRow } from '../persistence/rows/index.js';
import { applySpec } from './apply-spec.js';
import { deliverTemplates } from './deliver-templates.js';
import type { Deploy, InstanceWork } from './deploy.js';
import { blobFamily } from './endpoints.js';
import { specFor } from './spec-for.js';

/** Has a VM fetch the packages and templates that its instance will need; what runs on it stays as it is. */
export async function prepareVm(deploy: Deploy, work: InstanceWork, vm: VmRow): Promise<void> {
  const { scope } = deploy;
  const agent = scope.agent(vm.agentId);
  const spec = specFor(deploy, work, vm);
  const delivered = await deliverTemplates(scope, agent, work.templates, blobFamily(scope.collaborators.config, spec.networks));
  try {
    await agent.callIfKnown('prepare', [applySpec(scope, spec, delivered)]);
  } finally {
    await delivered.forget();
  }
}
