import { CodedError } from '@bosh6/base';
import type { VmCid } from '@bosh6/cpi-protocol';
import { titleOf } from '../engine/title-of.js';
import type { VmRow } from '../persistence/rows/index.js';
import { fail } from './errors.js';
import type { Site } from './problem-kind.js';

/** Reboots a VM, and waits until its agent answers. Throws ResolutionRefused when the infrastructure cannot, or the agent does not. */
export async function rebootVm({ scope, instance }: Site, vm: VmRow): Promise<void> {
  try {
    await scope.cpi(vm.cpi).call('rebootVm', [vm.cid as VmCid]);
  } catch (error) {
    if (!CodedError.is(error, 'NotImplemented')) throw error;
    throw fail('ResolutionRefused', `the CPI cannot reboot VM '${vm.cid}'`, { cause: error });
  }
  if (await scope.agent(vm.agentId).waitUntilReady(scope.tools.agentWaitMs)) return;
  throw fail('ResolutionRefused', `the agent of '${titleOf(instance)}' does not answer after the reboot either`);
}
