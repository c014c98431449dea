import { keepDisk } from '../deploy/orphan-disk.js';
import type { Scope } from '../engine/scope.js';
import type { DiskRow } from '../persistence/rows/index.js';
import { fail } from './errors.js';
import { withDisk } from './with-disk.js';

/** Makes an orphan of a disk whose instance is gone without it; no deployment is left whose lock it would need. One that a VM of that instance may still have is refused (520000). */
export function keepStray(scope: Scope, { id, cid, instanceId }: DiskRow): Promise<void> {
  return withDisk(scope, cid, () =>
    scope.collaborators.store.write(async (tx) => {
      const disk = await tx.disks.find({ id });
      if (disk === undefined) return;
      const vm = await tx.vms.find({ instanceId });
      if (vm !== undefined) {
        const hint = `delete that first: \`bosh6 delete-vm ${vm.cid}\``;
        throw fail('DiskInUse', `VM ${vm.cid}, whose instance is gone, may have disk '${cid}'`, { hint });
      }
      await keepDisk(tx, disk, { az: null, deploymentName: '', instanceName: `instance ${instanceId}` }, scope);
    }),
  );
}
