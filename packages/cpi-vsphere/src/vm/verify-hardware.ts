import { cpiError, type DiskHint } from '@bosh6/cpi-protocol';
import { backingOf, disksOf, nicsOf, systemDiskOf } from '../devices/hardware.js';
import type { PlannedNic } from '../networks/plan-nics.js';
import { hasDiskUuids } from './extra-config.js';
import type { MadeVm } from './made-vm.js';

export interface Hardware {
  systemDisk: string;
  ephemeralDisk: DiskHint;
}

/** Reads back what the clone was to have. A NIC or disk that is missing would show much later, as an agent that never answers. */
export function verifyHardware(vm: MadeVm, nics: readonly PlannedNic[]): Hardware {
  const macs = nicsOf(vm.devices).map(({ macAddress = '' }) => macAddress.toLowerCase());
  for (const { mac, networks, port } of nics)
    if (!macs.includes(mac))
      throw incomplete(vm, `its NIC for '${networks.join("', '")}' on '${port}' (${mac}); it has ${macs.join(', ') || 'none'}`);
  if (macs.length !== nics.length) throw incomplete(vm, `${nics.length} NICs but ${macs.length}`);
  const system = systemDiskOf(vm.devices);
  const ephemeral = disksOf(vm.devices).find((disk) => backingOf(disk)?.fileName.endsWith('/ephemeral_disk.vmdk'));
  if (system === undefined || ephemeral === undefined) throw incomplete(vm, system === undefined ? 'a system disk' : 'its ephemeral disk');
  const uuid = backingOf(ephemeral)?.uuid;
  return {
    systemDisk: String(system.disk.unitNumber ?? 0),
    ephemeralDisk: hasDiskUuids(vm.extraConfig) && uuid !== undefined ? { id: uuid.toLowerCase() } : String(ephemeral.unitNumber ?? 0),
  };
}

function incomplete({ cid }: MadeVm, lacks: string): Error {
  return cpiError('VMCreationFailed', `the clone for VM '${cid}' lacks ${lacks}`, { okToRetry: true, where: { object: `VM ${cid}` } });
}
