import { cpiError, type DiskCid, type VmCid } from '@bosh6/cpi-protocol';
import { parseDiskCid } from '../disk-cid.js';
import type { Vcenter } from '../vcenter.js';
import { settle, takeOff } from './take-off.js';
import { readVmDisks } from './vm-disks.js';

/** detach_disk. What an earlier call began to take off and was killed is taken off by this one. Throws DiskNotAttached. */
export async function detachDisk(vcenter: Vcenter, vmCid: VmCid, diskCid: DiskCid, directorUuid: string): Promise<void> {
  const { name } = parseDiskCid(diskCid);
  const { ref, persistent, stranded } = await readVmDisks(vcenter, vmCid, directorUuid);
  await settle(vcenter, vmCid, ref, stranded);
  if (stranded.some((one) => one.name === name)) return;
  const attached = persistent.find((one) => one.name === name);
  if (attached === undefined) throw cpiError('DiskNotAttached', `disk '${diskCid}' is not attached to VM '${vmCid}'`, { okToRetry: true });
  await takeOff(vcenter, vmCid, ref, [attached]);
}
