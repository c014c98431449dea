import type { ProblemRow } from '../persistence/rows/index.js';
import type { Repositories } from '../persistence/store.js';
import { kindOf } from './kinds.js';
import type { ProblemKind, Subject } from './problem-kind.js';

/** What a problem is about, as it is now; undefined when it is gone, or is of a type that nobody knows. */
export async function subjectOf(read: Repositories, problem: ProblemRow): Promise<{ kind: ProblemKind; subject: Subject } | undefined> {
  const { type, resourceId, data } = problem;
  const kind = kindOf(type);
  if (kind === undefined) return undefined;
  const disk = kind.of === 'disk' ? await read.disks.find({ id: resourceId }) : undefined;
  if (kind.of === 'disk' && disk === undefined) return undefined;
  const instance = await read.instances.find({ id: disk?.instanceId ?? resourceId });
  if (instance === undefined) return undefined;
  const vm = await read.vms.find({ instanceId: instance.id, active: true });
  return { kind, subject: { instance, vm, disk, data } };
}
