import type { Data } from '@bosh6/vim25';
import { expect, it } from 'vitest';
import type { MadeVm } from './made-vm.js';
import { verifyHardware } from './verify-hardware.js';

const disk = (key: number, unitNumber: number, file: string): Data<'VirtualDevice'> => ({
  $type: 'VirtualDisk',
  key,
  controllerKey: 1000,
  unitNumber,
  capacityInKB: 1,
  backing: { $type: 'VirtualDiskFlatVer2BackingInfo', fileName: `[ds] vm-1/${file}.vmdk`, diskMode: 'persistent', uuid: '6000C29A-B' },
});
const devices: Data<'VirtualDevice'>[] = [
  { $type: 'ParaVirtualSCSIController', key: 1000, busNumber: 0, sharedBus: 'noSharing' },
  disk(2001, 3, 'ephemeral_disk'),
  disk(2000, 0, 'vm-1'),
  { $type: 'VirtualVmxnet3', key: 4000, macAddress: '00:50:56:00:00:0A' },
];
const vm = (some: Data<'VirtualDevice'>[], options: Record<string, string> = {}): MadeVm => ({
  ref: { type: 'VirtualMachine', value: 'vm-12' },
  cid: 'vm-1',
  devices: some,
  extraConfig: new Map(Object.entries(options)),
  hardwareVersion: 17,
  poweredOn: false,
  folder: '[ds] vm-1/',
  pool: undefined,
  groups: [],
});
const nics = [{ port: 'n', mac: '00:50:56:00:00:0a', networks: ['a', 'b'], addresses: [] }];

it('tells how the agent finds the disks', () => {
  expect(verifyHardware(vm(devices), nics)).toEqual({ systemDisk: '0', ephemeralDisk: '3' });
  expect(verifyHardware(vm(devices, { 'disk.enableUUID': 'TRUE' }), nics).ephemeralDisk).toEqual({ id: '6000c29a-b' });
});

it.each([
  ['a NIC', devices.slice(0, 3), /its NIC for 'a', 'b' on 'n' \(00:50:56:00:00:0a\); it has none/],
  [
    'its MAC',
    [...devices.slice(0, 3), { $type: 'VirtualE1000', key: 4000, macAddress: '00:50:56:00:00:0b' } as const],
    /it has 00:50:56:00:00:0b/,
  ],
  ['no second one', [...devices, { $type: 'VirtualE1000', key: 4001, macAddress: '00:50:56:00:00:0b' } as const], /1 NICs but 2/],
  ['the ephemeral disk', devices.filter(({ key }) => key !== 2001), /its ephemeral disk/],
  ['a system disk', devices.filter(({ key }) => key !== 1000), /a system disk/],
])('refuses a clone that lacks %s, which another try may have', (_what, some, message) => {
  expect(() => verifyHardware(vm(some), nics)).toThrow(
    expect.objectContaining({ code: 'VMCreationFailed', retryable: true, message: expect.stringMatching(message) }),
  );
});
