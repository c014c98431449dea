import { CodedError } from '@bosh6/base';
import type { DiskCid, VmCid } from '@bosh6/cpi-protocol';
import type { Scope } from '../engine/scope.js';
import type { DiskRow, VmRow } from '../persistence/rows/index.js';
import { isDetached } from './is-detached.js';

/**
 * Unmounts a disk in the VM (unless its agent is gone) and detaches it. A disk that is not attached is fine. So is one that the CPI does not find, unless it is
 * the one in use: as in BOSH, nothing goes on without that, least of all what would delete the VM that may have it.
 */
export async function detachDisk(scope: Scope, vm: VmRow, disk: DiskRow, options: { agentGone?: boolean } = {}): Promise<void> {
  if (options.agentGone !== true) {
    const agent = scope.agent(vm.agentId);
    const mounted = await agent.call('list_disk', []);
    if (mounted.includes(disk.cid)) await agent.call('unmount_disk', [disk.cid]);
    await agent.callIfKnown('remove_persistent_disk', [disk.cid]);
  }
  try {
    await scope.cpi(vm.cpi).call('detachDisk', [vm.cid as VmCid, disk.cid as DiskCid]);
  } catch (error) {
    if (!isDetached(error) || (disk.active && CodedError.is(error, 'DiskNotFound'))) throw error;
  }
}
