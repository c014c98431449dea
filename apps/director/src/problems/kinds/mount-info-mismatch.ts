import { attachDisk } from '../../deploy/attach-disk.js';
import { metadataOf } from '../../deploy/deploy.js';
import { titleOf } from '../../engine/title-of.js';
import type { VmRow } from '../../persistence/rows/index.js';
import { diskOf } from '../disk-of.js';
import { fail } from '../errors.js';
import { ignore, type ProblemKind, type Site, type Subject } from '../problem-kind.js';
import { rebootVm } from '../reboot-vm.js';

/** A disk that is not mounted in its instance's VM, or is in another one. `data.owner_vms`: cloud IDs of those that have it. */
export const mountInfoMismatch: ProblemKind = {
  of: 'disk',
  automatic: 'ignore',
  describe: (subject) =>
    `Disk '${subject.disk?.cid}' of '${titleOf(subject.instance)}' should be mounted in VM '${subject.vm?.cid}', and is ${whereIs(subject)}`,
  resolutions: {
    ignore,
    reattach_disk: { plan: "Attach the disk to the instance's VM, and mount it", run: async (site) => void (await reattach(site)) },
    reattach_disk_and_reboot: {
      plan: "Attach the disk to the instance's VM, and reboot that",
      run: async (site) => rebootVm(site, await reattach(site)),
    },
  },
};

function whereIs({ data }: Subject): string {
  const owners = ownersOf(data);
  return owners.length === 0 ? 'mounted nowhere' : `mounted in ${owners.map((cid) => `'${cid}'`).join(', ')}`;
}

function ownersOf({ owner_vms: owners }: Subject['data']): string[] {
  return Array.isArray(owners) ? owners.filter((cid) => typeof cid === 'string') : [];
}

async function reattach(site: Site): Promise<VmRow> {
  const { scope, deployment, instance, vm, data } = site;
  const disk = diskOf(site);
  if (!disk.active) throw fail('ProblemGone', `disk '${disk.cid}' is not in use any more`);
  if (vm === undefined) throw fail('ResolutionRefused', `'${titleOf(instance)}' has no VM`);
  const other = ownersOf(data).find((cid) => cid !== vm.cid);
  if (other !== undefined) throw fail('ResolutionRefused', `disk '${disk.cid}' is mounted in VM '${other}'`);
  await attachDisk(scope, vm, disk, metadataOf(scope, deployment.name, instance));
  return vm;
}
