import type { VmCid } from '@bosh6/cpi-protocol';
import { doing } from '../faults/doing.js';
import { requireVm } from '../inventory/find-vm.js';
import type { Vcenter } from '../vcenter.js';
import { powerOff, powerOn } from './power.js';

/** Asks the guest; where that cannot be done, without VMware Tools for instance, by power. */
export async function rebootVm(vcenter: Vcenter, cid: VmCid, directorUuid: string): Promise<void> {
  const vm = await requireVm(vcenter, cid, directorUuid);
  try {
    await doing(`rebooting VM '${cid}'`, () => vcenter.vim.call('RebootGuest', vm, {}));
  } catch {
    await powerOff(vcenter, cid, vm);
    await powerOn(vcenter, cid, vm);
  }
}
