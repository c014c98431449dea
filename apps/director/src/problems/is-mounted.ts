import type { Scope } from '../engine/scope.js';
import type { DiskRow, VmRow } from '../persistence/rows/index.js';

/** Whether a VM's agent has the disk mounted. */
export async function isMounted(scope: Scope, vm: VmRow, disk: DiskRow): Promise<boolean> {
  return (await scope.agent(vm.agentId).call('list_disk', [])).includes(disk.cid);
}
