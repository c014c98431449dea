import type { Site } from './problem-kind.js';

/** Forgets the VM of an instance, and shuts its agent out. The instance keeps its disks and addresses for its next one. */
export async function forgetVm({ scope, vm }: Site): Promise<void> {
  if (vm === undefined) return;
  const { store, busAuthority } = scope.collaborators;
  await busAuthority.revoke(vm.agentId);
  await store.write(async (tx) => {
    await tx.reservations.update({ vmId: vm.id }, { vmId: null });
    await tx.vms.delete({ id: vm.id });
  });
}
