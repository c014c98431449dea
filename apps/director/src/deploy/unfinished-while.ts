import type { Scope } from '../engine/scope.js';
import type { InstanceRow } from '../persistence/rows/index.js';

/**
 * Has an instance count as not updated while its disks or its VM are taken from it or given to it, under its deployment's lock: whoever starts it after this
 * failed or was cut off gives it back what it has not.
 */
export async function unfinishedWhile(scope: Scope, { id, updateCompleted }: InstanceRow, work: () => Promise<void>): Promise<void> {
  const { store } = scope.collaborators;
  await store.write((tx) => tx.instances.update({ id }, { updateCompleted: false }));
  await work();
  // What an update left undone before stays so.
  if (updateCompleted) await store.write((tx) => tx.instances.update({ id }, { updateCompleted: true }));
}
