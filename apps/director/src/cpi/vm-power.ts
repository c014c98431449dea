import { CodedError } from '@bosh6/base';
import type { VmCid } from '@bosh6/cpi-protocol';
import type { CpiSession } from './cpi-session.js';

export type VmPower = 'on' | 'off' | 'gone' | 'unknown';

/** How a VM is, as far as its CPI can tell: whether one that is there is on is told only by those with the capability `vm_diagnostics`. Never rejects. */
export async function vmPower(cpi: CpiSession, cid: string): Promise<VmPower> {
  try {
    if (!(await cpi.call('hasVm', [cid as VmCid]))) return 'gone';
    if ((await cpi.info()).capabilities?.vm_diagnostics !== true) return 'unknown';
    return (await cpi.call('vmDiagnostics', [cid as VmCid])).running ? 'on' : 'off';
  } catch (error) {
    return CodedError.is(error, 'VMNotFound') ? 'gone' : 'unknown';
  }
}
