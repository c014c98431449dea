import { isJsonObject } from '@bosh6/base';
import { activeVm, type Deploy, type InstanceWork } from './deploy.js';
import { vmMetadata } from './vm-metadata.js';

/** Tells the infrastructure an instance's tags where they changed; its jobs do not notice. */
export async function updateMetadata(deploy: Deploy, work: InstanceWork): Promise<void> {
  const { scope } = deploy;
  const { step, group, row } = work;
  const vm = await activeVm(scope, row.id);
  if (vm?.cid == null || step.changes.every(({ kind }) => kind !== 'tags')) return;
  await scope.cpi(vm.cpi).tell('setVmMetadata', vm.cid, vmMetadata(deploy, work, vm.createdAt));
  const spec = isJsonObject(row.spec) ? row.spec : {};
  await scope.collaborators.store.write((tx) => tx.instances.update({ id: row.id }, { spec: { ...spec, tags: group.tags } }));
}
