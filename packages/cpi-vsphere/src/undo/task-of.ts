import type { CreateMethod } from '@bosh6/cpi-protocol';
import type { Ref } from '@bosh6/vim25';

/** A task that vCenter has not ended. */
export interface RunningTask {
  descriptionId: string;
  /** What it was asked of. */
  entity: Ref | undefined;
  /** What it keeps others from changing. */
  locked: readonly Ref[];
}

/** Ids of objects that a create call works on. */
export interface Objects {
  /** What it makes, as far as that is to be seen. */
  made: ReadonlySet<string>;
  /** What it makes it of, or in: stemcells, resource pools, the datacenter. */
  from: ReadonlySet<string>;
}

const importing = /^ResourcePool\.ImportVApp/;

/** How tasks describe themselves that begin a thing; vCenter's ids are the beginnings of the simulator's. A disk's is asked of a manager that all share. */
const beginnings: Record<CreateMethod, RegExp> = {
  create_vm: /^VirtualMachine\.clone/,
  create_stemcell: importing,
  create_disk: /^VirtualDiskManager\.createVirtualDisk/,
  snapshot_disk: /^VirtualDiskManager\.copyVirtualDisk/,
};

/**
 * What is to be done about a task before the thing that a create call made is deleted. By the objects that it works on: users are spelled in many ways. An import
 * of the thing is cancelled, for nobody uploads its disks any more; one that may be of another thing ends by itself, with its lease.
 */
export function whatToDo(
  method: CreateMethod,
  { descriptionId, entity, locked }: RunningTask,
  { made, from }: Objects,
): 'wait' | 'cancel' | 'nothing' {
  const isOn = (ids: ReadonlySet<string>): boolean => [entity, ...locked].some((ref) => ref !== undefined && ids.has(ref.value));
  if (isOn(made)) return importing.test(descriptionId) ? 'cancel' : 'wait';
  if (!beginnings[method].test(descriptionId)) return 'nothing';
  const isShared = entity === undefined || entity.type === 'VirtualDiskManager';
  return isShared || isOn(from) ? 'wait' : 'nothing';
}
