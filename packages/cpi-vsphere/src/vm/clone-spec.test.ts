import type { Data } from '@bosh6/vim25';
import { describe, expect, it } from 'vitest';
import { type CloneOf, cloneSpec } from './clone-spec.js';
import { vmName } from './vm-name.js';

const devices: Data<'VirtualDevice'>[] = [
  { $type: 'VirtualPCIController', key: 100, busNumber: 0 },
  { $type: 'VirtualLsiLogicController', key: 1000, busNumber: 0, sharedBus: 'noSharing', scsiCtlrUnitNumber: 7 },
  { $type: 'VirtualDisk', key: 2000, controllerKey: 1000, unitNumber: 0, capacityInKB: 1 },
  { $type: 'VirtualE1000', key: 4000 },
];
const of: CloneOf = {
  cid: 'vm-1',
  agentId: 'agent',
  requestId: 'r',
  maker: 'm',
  template: { devices, snapshot: { type: 'VirtualMachineSnapshot', value: 'snapshot-1' }, managedBy: { extensionKey: 'k', type: 't' } },
  datastore: { ref: { type: 'Datastore', value: 'datastore-1' }, name: 'ds' },
  pool: { type: 'ResourcePool', value: 'resgroup-1' },
  host: { ref: { type: 'HostSystem', value: 'host-1' }, cpuMhz: 2000 },
  nics: [{ mac: '00:50:56:00:00:01', network: { kind: 'standard', name: 'n', ref: { type: 'Network', value: 'network-1' } } }],
  properties: { cpu: 3, ram: 512, disk: 1024, clusters: [] },
  groups: [],
  policy: undefined,
  vcenter: {
    default_disk_type: 'thin',
    default_scsi_controller_type: 'paravirtual',
    vmx_options: { a: '1', b: '1' },
    cpu_reserve_full_mhz: false,
    memory_reservation_locked_to_max: true,
  },
};
const options = (spec: Data<'VirtualMachineCloneSpec'>) =>
  Object.fromEntries((spec.config?.extraConfig ?? []).map(({ key, value }) => [key, value]));

describe('the clone of a stemcell', () => {
  it('is a child of its snapshot, with changes in an order that vCenter takes', () => {
    const spec = cloneSpec(of);
    expect(spec).toMatchObject({ powerOn: false, template: false, snapshot: { value: 'snapshot-1' } });
    expect(spec.location).toMatchObject({ diskMoveType: 'createNewChildDiskBacking', datastore: { value: 'datastore-1' } });
    expect(spec.config?.managedBy).toEqual(of.template.managedBy);
    const changes = spec.config?.deviceChange ?? [];
    expect(changes.map(({ operation, fileOperation, device }) => [operation, fileOperation, device.$type])).toEqual([
      ['edit', undefined, 'ParaVirtualSCSIController'],
      ['add', 'create', 'VirtualDisk'],
      ['add', undefined, 'VirtualVmxnet3'],
      ['remove', undefined, 'VirtualE1000'],
    ]);
    expect(changes[1]?.device).toMatchObject({
      controllerKey: 1000,
      unitNumber: 1,
      capacityInKB: 1024 * 1024,
      backing: { thinProvisioned: true },
    });
    const keys = changes.filter(({ operation }) => operation === 'add').map(({ device }) => device.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => key < 0)).toBe(true);
  });

  it('takes the wishes of the VM’s type over those of the CPI', () => {
    const properties = {
      ...of.properties,
      cpu_reserve_full_mhz: true,
      memory_reservation_locked_to_max: false,
      nested_hardware_virtualization: true,
      cpu_hot_add_enabled: true,
      memory_hot_add_enabled: false,
      root_disk_size_gb: 9,
      vmx_options: { b: 2 },
    };
    const spec = cloneSpec({ ...of, properties });
    expect(spec.config).toMatchObject({
      cpuAllocation: { reservation: 6000 },
      nestedHVEnabled: true,
      cpuHotAddEnabled: true,
      memoryHotAddEnabled: false,
    });
    expect(spec.config?.memoryReservationLockedToMax).toBeUndefined();
    expect(spec.location.diskMoveType).toBeUndefined();
    expect(options(spec)).toEqual({ a: '1', b: '2', 'bosh6.maker': 'm', 'bosh6.agent_id': 'agent', 'bosh6.request_id': 'r' });
    expect(cloneSpec(of).config?.memoryReservationLockedToMax).toBe(true);
  });

  it('carries its storage policy in its own files and each disk, and the groups that it will leave', () => {
    const profile = [{ $type: 'VirtualMachineDefinedProfileSpec', profileId: 'gold' }];
    const spec = cloneSpec({ ...of, policy: { id: 'gold' }, groups: ['g'] });
    expect(spec.location.profile).toEqual(profile);
    expect(spec.config?.vmProfile).toEqual(profile);
    expect(spec.config?.deviceChange?.find(({ device }) => device.$type === 'VirtualDisk')?.profile).toEqual(profile);
    expect(options(spec)).toMatchObject({ 'bosh6.groups': '["g"]' });
    expect(JSON.stringify(cloneSpec(of))).not.toMatch(/profile|bosh6.groups/i);
  });

  it.each([
    ['a disk', devices.filter(({ key }) => key !== 2000)],
    ['a PCI controller', devices.filter(({ key }) => key !== 100)],
  ])('of a stemcell without %s is refused', (_what, some) => {
    expect(() => cloneSpec({ ...of, template: { ...of.template, devices: some } })).toThrow(
      expect.objectContaining({ code: 'VMCreationFailed' }),
    );
  });
});

describe('the name of a VM', () => {
  const env = (deployment: string, job: string) => ({ bosh: { groups: ['d', deployment, job] } });
  it.each([
    [env('dep', 'web'), true, 'web_dep_0123456789ab'],
    [env('dep', 'web'), false, 'vm-ffffffff-ffff-8fff-8fff-0123456789ab'],
    [env('dép', 'web'), true, 'vm-ffffffff-ffff-8fff-8fff-0123456789ab'],
    [env('a/b', 'web'), true, 'vm-ffffffff-ffff-8fff-8fff-0123456789ab'],
    [env('x'.repeat(70), 'web'), true, 'vm-ffffffff-ffff-8fff-8fff-0123456789ab'],
    [{}, true, 'vm-ffffffff-ffff-8fff-8fff-0123456789ab'],
  ])('of %j, readable %s', (given, readable, name) => {
    expect(vmName('ffffffff-ffff-8fff-8fff-0123456789ab', given, readable)).toBe(name);
  });
});
