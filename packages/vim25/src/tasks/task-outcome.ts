import { fail } from '../errors.js';
import { type FaultDetail, VSphereFault } from '../faults/vsphere-fault.js';
import type { Data } from '../schema/values.js';

/** What a task that ended gives. Throws what it failed with. */
export function taskOutcome(id: string, method: string, info: Data<'TaskInfo'> | undefined): unknown {
  if (info === undefined)
    throw fail('ObjectNotFound', `the server no longer knows the task '${id}' of ${method}`, { where: { object: `Task ${id}` } });
  if (info.state !== 'error') return info.result;
  const { fault, localizedMessage } = info.error ?? { fault: {} };
  const detail = { $type: 'MethodFault', ...fault } as FaultDetail;
  const object = info.entity === undefined ? `Task ${id}` : `${info.entity.type} ${info.entity.value}`;
  throw new VSphereFault(detail, localizedMessage ?? '', method, object);
}
