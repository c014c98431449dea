import { cpiError } from '@bosh6/cpi-protocol';
import { type Data, type Ref, VSphereFault } from '@bosh6/vim25';
import { doing } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';

/** Powers a VM on where DRS wants it; nothing when it is on. */
export async function powerOn({ vim, datacenter }: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<void> {
  await doing(`powering on VM '${cid}'`, async () => {
    const { attempted = [], notAttempted = [], recommendations = [] } = await vim.run('PowerOnMultiVM_Task', datacenter, { vm: [ref] });
    const [refused] = notAttempted;
    if (refused !== undefined)
      throw new VSphereFault(detailOf(refused.fault), refused.fault.localizedMessage ?? '', 'PowerOnMultiVM_Task', cid);
    if (recommendations.length > 0)
      throw cpiError('CloudError', `DRS only recommends a host for VM '${cid}'`, {
        hint: "set the cluster's DRS to partially or fully automated",
      });
    const task = attempted[0]?.task;
    if (task === undefined) throw cpiError('CloudError', `vCenter did not try to power on VM '${cid}'`, { okToRetry: true });
    await vim.tasks.wait(task, 'PowerOnVM_Task').catch(ignoring('InvalidPowerState'));
  });
}

export async function powerOff({ vim }: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<void> {
  await doing(`powering off VM '${cid}'`, () => vim.run('PowerOffVM_Task', ref, {}).catch(ignoring('InvalidPowerState')));
}

/** For `.catch`: a fault of this class is no failure. */
export function ignoring(faultClass: string): (error: unknown) => undefined {
  return (error) => {
    if (!VSphereFault.is(error, faultClass)) throw error;
    return undefined;
  };
}

function detailOf({ fault }: Data<'LocalizedMethodFault'>): { $type: string } {
  return { $type: 'MethodFault', ...(fault as object) };
}
