import type { Data, Ref } from '@bosh6/vim25';
import type { DiskType } from '../properties/global-properties.js';
import type { Disk } from './hardware.js';

type Change = Data<'VirtualDeviceConfigSpec'>;

export interface Place {
  controllerKey: number;
  unitNumber: number;
}

/** Temporary keys of devices to be made are negative, and differ within one change. */
export interface NewFile {
  key: number;
  fileName: string;
  datastore: Ref<'Datastore'>;
}

/** A new disk, gone with the VM. */
export function addEphemeralDisk(at: Place, file: NewFile, capacityMib: number, type: DiskType): Change {
  return {
    operation: 'add',
    fileOperation: 'create',
    device: {
      $type: 'VirtualDisk',
      key: file.key,
      ...at,
      backing: {
        $type: 'VirtualDiskFlatVer2BackingInfo',
        fileName: file.fileName,
        datastore: file.datastore,
        diskMode: 'persistent',
        thinProvisioned: type === 'thin',
      },
      capacityInKB: capacityMib * 1024,
    },
  };
}

/** An existing disk. Independent: no snapshot of the VM holds it, and it tells which disks outlive the VM. */
export function attachPersistentDisk(at: Place, file: NewFile): Change {
  return {
    operation: 'add',
    device: {
      $type: 'VirtualDisk',
      key: file.key,
      ...at,
      backing: {
        $type: 'VirtualDiskFlatVer2BackingInfo',
        fileName: file.fileName,
        datastore: file.datastore,
        diskMode: 'independent_persistent',
      },
      capacityInKB: 0,
    },
  };
}

/** Takes the disk off and leaves its file, for there is no fileOperation. */
export function detachDisk(disk: Disk): Change {
  return { operation: 'remove', device: disk };
}

/** The same disk, larger. */
export function growDisk(disk: Disk, capacityGib: number): Change {
  const capacityInKB = capacityGib * 1024 * 1024;
  return { operation: 'edit', device: { ...disk, capacityInKB, capacityInBytes: capacityInKB * 1024 } };
}
