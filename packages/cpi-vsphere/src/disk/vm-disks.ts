import type { VmCid } from '@bosh6/cpi-protocol';
import type { Data, Ref } from '@bosh6/vim25';
import { readVm, requireVm } from '../inventory/find-vm.js';
import type { Vcenter } from '../vcenter.js';
import { extraConfigOf } from '../vm/extra-config.js';
import { type PersistentDisk, persistentDisksOf, type Stranded, strandedOf } from '../vm/persistent-disks.js';

export interface VmDisks {
  ref: Ref<'VirtualMachine'>;
  host: Ref<'HostSystem'> | undefined;
  devices: readonly Data<'VirtualDevice'>[];
  extraConfig: Map<string, string>;
  persistent: PersistentDisk[];
  stranded: Stranded[];
}

/** A VM and the persistent disks that it has. Throws VMNotFound. */
export async function readVmDisks(vcenter: Vcenter, cid: VmCid, directorUuid: string): Promise<VmDisks> {
  return readDisksOf(vcenter, cid, await requireVm(vcenter, cid, directorUuid));
}

export async function readDisksOf(vcenter: Vcenter, cid: string, ref: Ref<'VirtualMachine'>): Promise<VmDisks> {
  const paths = ['config.hardware.device', 'config.vAppConfig.property', 'config.extraConfig', 'runtime.host'] as const;
  const read = await readVm(vcenter, cid, ref, paths);
  const devices = read['config.hardware.device'] ?? [];
  const properties = read['config.vAppConfig.property'];
  return {
    ref,
    host: read['runtime.host'],
    devices,
    extraConfig: extraConfigOf(read['config.extraConfig']),
    persistent: persistentDisksOf(devices, properties),
    stranded: strandedOf(devices, properties),
  };
}
