import type { Data } from '@bosh6/vim25';
import { backingOf, type Disk, disksOf } from '../devices/hardware.js';
import { parseDiskCid } from '../disk-cid.js';

export interface PersistentDisk {
  disk: Disk;
  /** By the VM's own record, which survives moves of the file; else by the file's name. */
  cid: string;
  /** Of the disk's own file, as it was made. */
  name: string;
  /** Of the record in the VM's vApp properties. */
  recorded: boolean;
}

export const category = 'BOSH Persistent Disks';

/** The disks of a VM that outlive it: those it has a record of, and those that no snapshot holds, for only such are attached. */
export function persistentDisksOf(
  devices: readonly Data<'VirtualDevice'>[],
  properties: readonly Data<'VAppPropertyInfo'>[] = [],
): PersistentDisk[] {
  const records = new Map(properties.filter((one) => one.category === category).map((one) => [one.key, one.label ?? one.id ?? '']));
  return disksOf(devices).flatMap((disk): PersistentDisk[] => {
    const recorded = records.get(disk.key);
    if (recorded !== undefined) return [{ disk, cid: recorded, name: parseDiskCid(recorded).name, recorded: true }];
    const backing = backingOf(disk);
    if (backing?.diskMode.startsWith('independent') !== true) return [];
    const name = /([^/\]]*)\.vmdk$/.exec(backing.fileName)?.[1]?.trim() ?? backing.fileName;
    return [{ disk, cid: name, name, recorded: false }];
  });
}

/** Takes a disk off its VM, with its record; the file stays. */
export function detachSpec(disks: readonly PersistentDisk[]): Data<'VirtualMachineConfigSpec'> {
  const records = disks.filter(({ recorded }) => recorded);
  return {
    deviceChange: disks.map(({ disk }) => ({ operation: 'remove', device: disk })),
    ...(records.length === 0
      ? {}
      : {
          vAppConfig: {
            // the key in `info` too: without it simulators fail
            property: records.map(({ disk }) => ({ operation: 'remove', removeKey: disk.key, info: { key: disk.key } })),
          },
        }),
  };
}

export function recordSpec(key: number, cid: string, path: string): Data<'VAppPropertySpec'> {
  return {
    operation: 'add',
    info: { key, id: cid, label: cid, category, type: 'string', value: path, userConfigurable: true },
  };
}
