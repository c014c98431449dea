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
  ref: Ref<O>,
  paths: readonly P[],
  options: CallOptions = {},
): Promise<Row<O, P>['properties']> {
  const where = { object: `${ref.type} ${ref.value}` };
  const gone = (cause?: unknown): Error =>
    fail('ObjectNotFound', `${where.object} does not exist`, { where, ...(cause === undefined ? {} : { cause }) });
  const rows = await readObjects(vim, type, [ref], paths, options).catch((error: unknown) => {
    throw VSphereFault.is(error, 'ManagedObjectNotFound') ? gone(error) : error;
  });
  const [row] = rows;
  if (row === undefined) throw gone();
  const [refused] = Object.entries(row.missing);
  if (refused !== undefined) throw fail('PropertyUnreadable', `${where.object}: '${refused[0]}' cannot be read: ${refused[1]}`, { where });
  return row.properties;
}
