import { cpiError } from '@bosh6/cpi-protocol';
import { type Data, type Ref, VSphereFault } from '@bosh6/vim25';
import { doing, ignoring } from '../faults/doing.js';
import type { Vcenter } from '../vcenter.js';
import { answering } from './answer-question.js';

/** Powers a VM on where DRS wants it; nothing when it is on. */
export async function powerOn(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<void> {
  await doing(`powering on VM '${cid}'`, () => answering(vcenter, cid, ref, (signal) => start(vcenter, cid, ref, signal)));
}

async function start({ vim, datacenter }: Vcenter, cid: string, ref: Ref<'VirtualMachine'>, signal: AbortSignal): Promise<void> {
  const {
    attempted = [],
    notAttempted = [],
    recommendations = [],
  } = await vim.run('PowerOnMultiVM_Task', datacenter, { vm: [ref] }, { signal });
  const [refused] = notAttempted;
  if (refused !== undefined)
    throw new VSphereFault(detailOf(refused.fault), refused.fault.localizedMessage ?? '', 'PowerOnMultiVM_Task', cid);
  if (recommendations.length > 0)
    throw cpiError('CloudError', `DRS only recommends a host for VM '${cid}'`, {
      hint: "set the cluster's DRS to partially or fully automated",
    });
  const task = attempted[0]?.task;
  if (task === undefined) throw cpiError('CloudError', `vCenter did not try to power on VM '${cid}'`, { okToRetry: true });
  await vim.tasks.wait(task, 'PowerOnVM_Task', { signal }).catch(ignoring('InvalidPowerState'));
}

export async function powerOff(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<void> {
  const stop = (signal: AbortSignal) => vcenter.vim.run('PowerOffVM_Task', ref, {}, { signal }).catch(ignoring('InvalidPowerState'));
  await doing(`powering off VM '${cid}'`, () => answering(vcenter, cid, ref, stop));
}

function detailOf({ fault }: Data<'LocalizedMethodFault'>): { $type: string } {
  return { $type: 'MethodFault', ...(fault as object) };
}
