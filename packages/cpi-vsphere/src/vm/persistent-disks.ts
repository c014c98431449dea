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

/** A record whose disk is no longer on the VM: a call was killed while it took the disk off. */
export interface Stranded {
  key: number;
  cid: string;
  name: string;
  /** Where the file was. */
  path: string;
}

export function strandedOf(devices: readonly Data<'VirtualDevice'>[], properties: readonly Data<'VAppPropertyInfo'>[] = []): Stranded[] {
  const keys = new Set(disksOf(devices).map(({ key }) => key));
  return properties
    .filter((one) => one.category === category && !keys.has(one.key))
    .map(({ key, label, id, value = '' }) => {
      const cid = label ?? id ?? '';
      return { key, cid, name: parseDiskCid(cid).name, path: value };
    });
}

/** Takes disks off their VM; the files stay. The record of a file that is not called as its disk stays too, with the file's name of now. */
export function detachSpec(
  disks: readonly PersistentDisk[],
  isRenamed: (disk: PersistentDisk) => boolean,
): Data<'VirtualMachineConfigSpec'> {
  const property = disks.flatMap((one): Data<'VAppPropertySpec'>[] => {
    if (isRenamed(one))
      return [{ ...recordSpec(one.disk.key, one.cid, backingOf(one.disk)?.fileName ?? ''), operation: one.recorded ? 'edit' : 'add' }];
    return one.recorded ? [forgetSpec(one.disk.key)] : [];
  });
  return {
    deviceChange: disks.map(({ disk }) => ({ operation: 'remove', device: disk })),
    ...(property.length === 0 ? {} : { vAppConfig: { property } }),
  };
}

export function forgetSpec(key: number): Data<'VAppPropertySpec'> {
  // the key in `info` too: without it simulators fail
  return { operation: 'remove', removeKey: key, info: { key } };
}

export function recordSpec(key: number, cid: string, path: string): Data<'VAppPropertySpec'> {
  return {
    operation: 'add',
    info: { key, id: cid, label: cid, category, type: 'string', value: path, userConfigurable: true },
  };
}
