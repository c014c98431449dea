import { cpiError } from '@bosh6/cpi-protocol';
import type { Data, Ref } from '@bosh6/vim25';
import { addEphemeralDisk } from '../devices/disk-specs.js';
import { disksOf, nicsOf, pciKeyOf, systemDiskOf } from '../devices/hardware.js';
import { addNic, type NetworkObject } from '../devices/nic-spec.js';
import { changeScsiController, placesOf } from '../devices/scsi-spec.js';
import { freeUnitNumber } from '../devices/unit-number.js';
import type { StoragePolicy } from '../placement/storage-policy.js';
import type { VcenterProperties } from '../properties/global-properties.js';
import type { VmProperties } from '../properties/vm-properties.js';
import type { Template } from '../stemcell/template.js';
import { marks, optionValues } from './extra-config.js';

export interface CloneOf {
  cid: string;
  agentId: string;
  requestId: string;
  maker: string;
  template: Pick<Required<Template>, 'devices' | 'snapshot' | 'managedBy'>;
  datastore: { ref: Ref<'Datastore'>; name: string };
  pool: Ref<'ResourcePool'>;
  host: { ref: Ref<'HostSystem'>; cpuMhz: number };
  nics: readonly { mac: string; network: NetworkObject }[];
  properties: VmProperties;
  /** Names of the VM groups that it will be in. */
  groups: readonly string[];
  policy: Pick<StoragePolicy, 'id'> | undefined;
  vcenter: Pick<
    VcenterProperties,
    'default_disk_type' | 'default_scsi_controller_type' | 'vmx_options' | 'cpu_reserve_full_mhz' | 'memory_reservation_locked_to_max'
  >;
}

/** The whole VM in one clone: its size, its ephemeral disk, its NICs in place of the stemcell's. */
export function cloneSpec(of: CloneOf): Data<'VirtualMachineCloneSpec'> {
  const { properties, vcenter, template } = of;
  const profile = profileOf(of);
  return {
    location: {
      datastore: of.datastore.ref,
      // with another size of the root disk it cannot be the stemcell's child
      ...(properties.root_disk_size_gb === undefined ? { diskMoveType: 'createNewChildDiskBacking' } : {}),
      pool: of.pool,
      host: of.host.ref,
      ...profile,
    },
    template: false,
    config: {
      numCPUs: properties.cpu,
      memoryMB: properties.ram,
      ...given('memoryHotAddEnabled', properties.memory_hot_add_enabled),
      ...given('cpuHotAddEnabled', properties.cpu_hot_add_enabled),
      deviceChange: deviceChanges(of),
      ...((properties.cpu_reserve_full_mhz ?? vcenter.cpu_reserve_full_mhz)
        ? { cpuAllocation: { reservation: of.host.cpuMhz * properties.cpu } }
        : {}),
      managedBy: template.managedBy,
      extraConfig: optionValues({
        ...vcenter.vmx_options,
        ...properties.vmx_options,
        [marks.maker]: of.maker,
        [marks.agentId]: of.agentId,
        [marks.requestId]: of.requestId,
        ...(of.groups.length === 0 ? {} : { [marks.groups]: JSON.stringify(of.groups) }),
      }),
      ...given('nestedHVEnabled', properties.nested_hardware_virtualization),
      ...((properties.memory_reservation_locked_to_max ?? vcenter.memory_reservation_locked_to_max)
        ? { memoryReservationLockedToMax: true }
        : {}),
      ...(profile.profile === undefined ? {} : { vmProfile: profile.profile }),
    },
    powerOn: false,
    snapshot: template.snapshot,
  };
}

function deviceChanges(of: CloneOf): Data<'VirtualDeviceConfigSpec'>[] {
  const { devices } = of.template;
  const system = systemDiskOf(devices);
  const pciKey = pciKeyOf(devices);
  if (system === undefined || pciKey === undefined)
    throw cpiError(
      'VMCreationFailed',
      `the stemcell of VM '${of.cid}' has no ${system === undefined ? 'disk on a SCSI controller' : 'PCI controller'}`,
    );
  const taken = disksOf(devices).flatMap(({ controllerKey, unitNumber }) =>
    controllerKey === system.controller.key ? [unitNumber ?? 0] : [],
  );
  const unitNumber = freeUnitNumber(taken, placesOf(of.vcenter.default_scsi_controller_type));
  if (unitNumber === undefined) throw cpiError('VMCreationFailed', `the stemcell of VM '${of.cid}' leaves no place for an ephemeral disk`);
  const place = { controllerKey: system.controller.key, unitNumber };
  const file = { key: -1, fileName: `[${of.datastore.name}] ${of.cid}/ephemeral_disk.vmdk`, datastore: of.datastore.ref };
  return [
    ...changeScsiController(system.controller, of.vcenter.default_scsi_controller_type),
    { ...addEphemeralDisk(place, file, of.properties.disk, of.vcenter.default_disk_type), ...profileOf(of) },
    ...of.nics.map(({ mac, network }, index) => addNic(-2 - index, pciKey, mac, network)),
    ...nicsOf(devices).map((device) => ({ operation: 'remove' as const, device })),
  ];
}

/** The policy of the VM's own files and disks. */
function profileOf({ policy }: CloneOf): { profile?: Data<'VirtualMachineProfileSpec'>[] } {
  return policy === undefined ? {} : { profile: [{ $type: 'VirtualMachineDefinedProfileSpec', profileId: policy.id }] };
}

function given<K extends string>(key: K, value: boolean | undefined): { [key in K]?: boolean } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: boolean });
}
