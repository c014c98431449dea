import { fail } from '../errors.js';
import { type FaultDetail, VSphereFault } from '../faults/vsphere-fault.js';
import { waitUntil } from '../properties/wait-until.js';
import type { Data, Ref } from '../schema/values.js';
import type { CallOptions } from '../session/options.js';
import type { Vim } from '../vim.js';

/** Waits until a lease can be used, and gives what it grants. Throws the `VSphereFault` with which it ended. */
export async function waitForLease(vim: Vim, lease: Ref<'HttpNfcLease'>, options: CallOptions = {}): Promise<Data<'HttpNfcLeaseInfo'>> {
  const where = { object: `HttpNfcLease ${lease.value}` };
  const ready = await waitUntil(vim, 'HttpNfcLease', lease, ['state', 'info', 'error'], ({ state }) => state !== 'initializing', options);
  if (ready.error !== undefined) {
    const { fault, localizedMessage = '' } = ready.error;
    throw new VSphereFault({ $type: 'MethodFault', ...fault } as FaultDetail, localizedMessage, 'ImportVApp', where.object);
  }
  if (ready.state !== 'ready' || ready.info === undefined)
    throw fail('LeaseFailed', `${where.object} is '${ready.state}', so nothing can be uploaded by it`, { where });
  return ready.info;
}
