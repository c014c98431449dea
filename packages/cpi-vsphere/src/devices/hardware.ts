import type { Data } from '@bosh6/vim25';

type Device = Data<'VirtualDevice'>;
type DeviceOf<T extends string> = Extract<Device, { $type?: T }>;
export type Disk = DeviceOf<'VirtualDisk'>;
export type FlatBacking = Extract<Data<'VirtualDeviceBackingInfo'>, { $type?: 'VirtualDiskFlatVer2BackingInfo' }>;

const scsi = [
  'ParaVirtualSCSIController',
  'VirtualLsiLogicController',
  'VirtualLsiLogicSASController',
  'VirtualBusLogicController',
] as const;
export type ScsiController = DeviceOf<(typeof scsi)[number]>;
const cards = [
  'VirtualVmxnet',
  'VirtualVmxnet2',
  'VirtualVmxnet3',
  'VirtualE1000',
  'VirtualE1000e',
  'VirtualSriovEthernetCard',
  'VirtualPCNet32',
] as const;
export type Nic = DeviceOf<(typeof cards)[number]>;

function only<T extends string>(devices: readonly Device[], types: readonly T[]): DeviceOf<T>[] {
  return devices.filter(({ $type }) => (types as readonly string[]).includes($type ?? '')) as DeviceOf<T>[];
}

export const disksOf = (devices: readonly Device[]): Disk[] => only(devices, ['VirtualDisk']);
export const nicsOf = (devices: readonly Device[]): Nic[] => only(devices, cards);
export const cdromOf = (devices: readonly Device[]): DeviceOf<'VirtualCdrom'> | undefined => only(devices, ['VirtualCdrom'])[0];
export const pciKeyOf = (devices: readonly Device[]): number | undefined => only(devices, ['VirtualPCIController'])[0]?.key;
export const ideKeyOf = (devices: readonly Device[]): number | undefined => only(devices, ['VirtualIDEController'])[0]?.key;

/** The disk that the VM boots from, and its controller: the first disk that hangs on a SCSI controller. */
export function systemDiskOf(devices: readonly Device[]): { disk: Disk; controller: ScsiController } | undefined {
  const controllers = new Map(only(devices, scsi).map((controller) => [controller.key, controller]));
  const found = disksOf(devices)
    .flatMap((disk) => {
      const controller = controllers.get(disk.controllerKey ?? 0);
      return controller === undefined ? [] : [{ disk, controller }];
    })
    .sort((a, b) => a.controller.busNumber - b.controller.busNumber || (a.disk.unitNumber ?? 0) - (b.disk.unitNumber ?? 0));
  return found[0];
}

/** What the disk lies in: file and mode. Disks of other kinds (raw devices) have a file too. */
export function backingOf(disk: Disk): FlatBacking | undefined {
  return disk.backing !== undefined && 'fileName' in disk.backing ? (disk.backing as FlatBacking) : undefined;
}
