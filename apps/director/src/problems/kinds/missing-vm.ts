import type { VmCid } from '@bosh6/cpi-protocol';
import { forgetVm } from '../../deploy/delete-vm.js';
import { titleOf } from '../../engine/title-of.js';
import { bringUp } from '../bring-up.js';
import { fail } from '../errors.js';
import { ignore, type ProblemKind, type Site } from '../problem-kind.js';

/** An instance that has no VM, or whose VM the infrastructure does not know. */
export const missingVm: ProblemKind = {
  of: 'instance',
  automatic: 'recreate_vm_without_wait',
  describe: ({ instance, vm }) =>
    vm?.cid == null ? `'${titleOf(instance)}' has no VM` : `The VM of '${titleOf(instance)}' with cloud ID '${vm.cid}' is missing`,
  resolutions: {
    ignore,
    recreate_vm_without_wait: {
      plan: 'Make a new VM, and do not wait until its processes run',
      run: (site) => recreate(site, { waits: false }),
    },
    recreate_vm: { plan: 'Make a new VM, and wait until its processes run', run: (site) => recreate(site, { waits: true }) },
    delete_vm_reference: {
      plan: 'Forget the VM',
      run: async (site) => {
        await mustBeMissing(site);
        if (site.vm !== undefined) await forgetVm(site.scope, site.vm);
      },
    },
  },
};

async function recreate(site: Site, options: { waits: boolean }): Promise<void> {
  await mustBeMissing(site);
  await bringUp(site, { ...options, anew: 'gone' });
}

async function mustBeMissing({ scope, vm }: Site): Promise<void> {
  if (vm?.cid == null) return;
  if (await scope.cpi(vm.cpi).call('hasVm', [vm.cid as VmCid])) throw fail('ProblemGone', `VM '${vm.cid}' is there again`);
}
