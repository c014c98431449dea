import { forgetVm } from '../../deploy/delete-vm.js';
import { takeDownVm } from '../../deploy/take-down-vm.js';
import { unfinishedWhile } from '../../deploy/unfinished-while.js';
import { titleOf } from '../../engine/title-of.js';
import type { VmRow } from '../../persistence/rows/index.js';
import { bringUp } from '../bring-up.js';
import { fail } from '../errors.js';
import { ignore, type ProblemKind, type Site } from '../problem-kind.js';
import { rebootVm } from '../reboot-vm.js';

/** So long an agent may take to show that it is back. */
const pingMs = 1000;

/** A VM that is there, and whose agent says nothing. */
export const unresponsiveAgent: ProblemKind = {
  of: 'instance',
  automatic: 'ignore',
  describe: ({ instance, vm }) => `The agent of '${titleOf(instance)}' with cloud ID '${vm?.cid ?? ''}' does not answer`,
  resolutions: {
    ignore,
    reboot_vm: { plan: 'Reboot the VM', run: async (site) => rebootVm(site, await silentVm(site)) },
    recreate_vm_without_wait: {
      plan: 'Make a new VM, and do not wait until its processes run',
      run: (site) => recreate(site, { waits: false }),
    },
    recreate_vm: { plan: 'Make a new VM, and wait until its processes run', run: (site) => recreate(site, { waits: true }) },
    delete_vm: {
      plan: 'Delete the VM, and keep its disks',
      run: async (site) => {
        const vm = await silentVm(site);
        await unfinishedWhile(site.scope, site.instance, () => takeDownVm(site.scope, site.instance, vm, { agentGone: true }));
      },
    },
    delete_vm_reference: {
      plan: 'Forget the VM; it may have to be deleted in the infrastructure by hand',
      run: async (site) => forgetVm(site.scope, await silentVm(site)),
    },
  },
};

async function recreate(site: Site, options: { waits: boolean }): Promise<void> {
  await silentVm(site);
  await bringUp(site, { ...options, anew: 'unresponsive' });
}

async function silentVm({ scope, vm, instance }: Site): Promise<VmRow> {
  if (vm === undefined) throw fail('ProblemGone', `'${titleOf(instance)}' has no VM any more`);
  if (await scope.agent(vm.agentId).waitUntilReady(pingMs)) throw fail('ProblemGone', `the agent of '${titleOf(instance)}' answers again`);
  return vm;
}
