import type { DiskCid, VmCid } from '@bosh6/cpi-protocol';
import type { Scope } from '../engine/scope.js';
import type { DiskRow, VmRow } from '../persistence/rows/index.js';

/** Attaches a disk to the VM and has the agent mount it on /var/vcap/store (beside the present one, when there is one). */
export async function attachDisk(scope: Scope, vm: VmRow, disk: DiskRow, metadata: Record<string, string>): Promise<void> {
  const cpi = scope.cpi(vm.cpi);
  const agent = scope.agent(vm.agentId);
  const hint = await cpi.call('attachDisk', [vm.cid as VmCid, disk.cid as DiskCid], { stemcellApiVersion: vm.stemcellApiVersion });
  await agent.callIfKnown('add_persistent_disk', [disk.cid, hint]);
  await cpi.tell('setDiskMetadata', disk.cid, { ...metadata, attached_at: new Date(scope.collaborators.world.now()).toISOString() });
  await agent.call('mount_disk', [disk.cid]);
}
