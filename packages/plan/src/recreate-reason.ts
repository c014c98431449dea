import type { InstanceSnapshot } from './snapshot.js';

/**
 * Why an instance whose VM the person wants made anew gets a new one; nothing where its VM is not older than `createdBefore` (milliseconds since 1970). One
 * without a VM, or whose last update did not end, gets it at any age, as in BOSH: what failed is tried again.
 */
export function recreateReason(existing: InstanceSnapshot | undefined, createdBefore: number | undefined): string | undefined {
  const { vm, updateCompleted } = existing ?? {};
  if (createdBefore === undefined || vm === undefined || updateCompleted !== true) return 'a new VM was asked for';
  if (vm.createdAt >= createdBefore) return undefined;
  return `its VM was made at ${textOf(vm.createdAt)}, before ${textOf(createdBefore)}`;
}

function textOf(time: number): string {
  return new Date(time).toISOString().replace('.000Z', 'Z');
}
