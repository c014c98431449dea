import { fail } from '../errors.js';
import { VSphereFault } from '../faults/vsphere-fault.js';
import type { ObjectName, Ref } from '../schema/values.js';
import type { CallOptions } from '../session/options.js';
import type { Vim } from '../vim.js';
import { readObjects } from './read-objects.js';
import type { Row } from './rows.js';

/**
 * Properties of one object. Throws `ObjectNotFound` when it is gone, `PropertyUnreadable` for a path that the server refuses.
 * `readProperties(vim, 'VirtualMachine', vm, ['runtime.powerState'])`
 */
export async function readProperties<O extends ObjectName, const P extends string>(
  vim: Vim,
  type: O,
  ref: Ref<NoInfer<O>>,
  paths: readonly P[],
  options: CallOptions = {},
): Promise<Row<O, P>['properties']> {
  const where = { object: `${ref.type} ${ref.value}` };
  const gone = (cause?: unknown): Error =>
    fail('ObjectNotFound', `${where.object} does not exist`, { where, ...(cause === undefined ? {} : { cause }) });
  const unreadable = (path: string, faultClass: string): Error =>
    fail('PropertyUnreadable', `${where.object}: '${path}' cannot be read: ${faultClass}`, { where, details: { path, faultClass } });
  const rows = await readObjects(vim, type, [ref], paths, options).catch((error: unknown) => {
    if (VSphereFault.is(error, 'ManagedObjectNotFound')) throw gone(error);
    // Some servers refuse the whole call for a path that no object has, some only the path.
    if (VSphereFault.is(error, 'InvalidProperty')) throw unreadable(String(error.detail.name ?? paths.join(', ')), error.faultClass);
    throw error;
  });
  const [row] = rows;
  if (row === undefined) throw gone();
  const [refused] = Object.entries(row.missing);
  if (refused !== undefined) throw unreadable(refused[0], refused[1]);
  return row.properties;
}
