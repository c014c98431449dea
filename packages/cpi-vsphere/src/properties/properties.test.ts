import type { Json, JsonObject } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { readDiskProperties } from './disk-properties.js';
import { readVsphereProperties } from './global-properties.js';
import { readVmProperties } from './vm-properties.js';

const datacenter: JsonObject = { name: 'DC0', datastore_pattern: '^e', persistent_datastore_pattern: '^p', clusters: ['C0'] };
const vcenter: JsonObject = { host: 'fd00::10', user: 'u', password: 'secret', datacenters: [datacenter] };
const properties = (more: JsonObject = {}, dc: JsonObject = {}): Json => ({
  vcenters: [{ ...vcenter, datacenters: [{ ...datacenter, ...dc }], ...more }],
  agent: { ntp: ['t'], mbus: 'nats://[fd00::1]:4222', blobstore: { provider: 'dav' } },
});

describe('the CPI’s properties', () => {
  it('have the original’s defaults', () => {
    const { vcenter: read, datacenter: place, agent } = readVsphereProperties(properties());
    expect(read).toMatchObject({
      host: 'fd00::10',
      default_disk_type: 'preallocated',
      default_scsi_controller_type: 'paravirtual',
      default_hw_version: 17,
    });
    expect(place).toMatchObject({
      vm_folder: 'BOSH_VMs',
      template_folder: 'BOSH_Templates',
      disk_path: 'BOSH_Disks',
      use_sub_folder: false,
    });
    expect(place.clusters).toEqual([{ name: 'C0' }]);
    expect(agent).toEqual({ ntp: ['t'], mbus: 'nats://[fd00::1]:4222', blobstore: { provider: 'dav' } });
    expect(JSON.stringify(read)).not.toContain('secret');
  });

  it('take every key that the CPI acts on, and null for one that is not given', () => {
    const given = properties(
      {
        host: null,
        address: 'vc.example',
        default_disk_type: 'thin',
        default_scsi_controller_type: 'lsi_logic_sas',
        enable_auto_anti_affinity_drs_rules: true,
        cpu_reserve_full_mhz: true,
        memory_reservation_locked_to_max: true,
        upgrade_hw_version: true,
        default_hw_version: 19,
        enable_human_readable_name: true,
        connection_options: { ca_cert: 'PEM' },
        vmx_options: { 'disk.enableUUID': 1 },
        ensure_no_ip_conflicts: false,
        nsxt: null,
      },
      {
        vm_folder: 'V',
        template_folder: 'T',
        disk_path: 'D',
        use_sub_folder: true,
        clusters: [{ C1: { resource_pool: 'P' } }, { C2: {} }, 'C3'],
      },
    );
    const read = readVsphereProperties(given);
    expect(read.vcenter).toMatchObject({
      host: 'vc.example',
      default_scsi_controller_type: 'lsi_logic_sas',
      ensure_no_ip_conflicts: false,
    });
    expect(read.datacenter.clusters).toEqual([{ name: 'C1', resourcePool: 'P' }, { name: 'C2' }, { name: 'C3' }]);
    expect(readVsphereProperties(properties({}, { clusters: [{ C1: { resource_pool: 'P' } }] })).datacenter.use_sub_folder).toBe(true);
  });

  it.each<[string, Json, RegExp]>([
    ['no map', null, /properties must be a map/],
    ['two vCenters', { vcenters: [vcenter, vcenter] }, /'vcenters': exactly one/],
    ['a key at the top', { vcenters: [vcenter], vcenter: {} }, /properties: 'vcenter' is not a key/],
    ['plugins', { vcenters: [vcenter], plugins: { a: {} } }, /'plugins' is not supported/],
    ['two datacenters', properties({ datacenters: [datacenter, datacenter] }), /vcenters.0: 'datacenters': exactly one/],
    ['no host', { vcenters: [{ user: 'u', password: 'p', datacenters: [datacenter] }] }, /'host' is not given/],
    ['a disk type', properties({ default_disk_type: 'thick' }), /'default_disk_type'/],
    ['a SCSI type', properties({ default_scsi_controller_type: 'ide' }), /'default_scsi_controller_type'/],
    ['a key that nobody knows', properties({ pasword: 'p' }), /vcenters.0: 'pasword' is not a key/],
    ['NSX', properties({ nsx: { address: 'a' } }), /'nsx' is not supported/],
    ['NSX-T', properties({ nsxt: { host: 'a' } }), /'nsxt' is not supported/],
    ['encryption', properties({ vm_encryption_policy_name: 'gold' }), /'vm_encryption_policy_name' is not supported/],
    ['bodies in the log', properties({ http_logging: true }), /'http_logging' is not supported/],
    ['an option of the connection', properties({ connection_options: { verify: false } }), /'connection_options': 'verify' is not a key/],
    ['no datastores', properties({}, { datastore_pattern: null }), /datacenters.0: 'datastore_pattern'/],
    ['an expression', properties({}, { persistent_datastore_pattern: '(' }), /'\(' is not a regular expression/],
    ['datastore clusters', properties({}, { datastore_cluster_pattern: '^p' }), /'datastore_cluster_pattern' is not supported/],
    ['no clusters', properties({}, { clusters: [] }), /'clusters': at least one/],
    [
      'a host group',
      properties({}, { clusters: [{ C: { host_group: { name: 'H', drs_rule: 'MAY' } } }] }),
      /clusters.*C.host_group.*MUST or SHOULD/,
    ],
    ['a key of a cluster', properties({}, { clusters: [{ C: { pool: 'H' } }] }), /clusters.*'pool' is not a key/],
    ['two clusters an item', properties({}, { clusters: [{ C: {}, D: {} }] }), /one cluster a list item/],
  ])('are refused for %s', (_what, given, message) => {
    expect(() => readVsphereProperties(given)).toThrow(
      expect.objectContaining({ code: 'CpiError', message: expect.stringMatching(message) }),
    );
  });
});

describe('cloud properties of a VM', () => {
  const size = { cpu: 1, ram: 1024, disk: 2048 };
  const read = (more: JsonObject) => readVmProperties({ ...size, ...more }, { name: 'DC0', clusters: [{ name: 'C0' }] });

  it('go to the clusters of the VM’s AZ, else to the CPI’s', () => {
    expect(read({}).clusters).toEqual([{ name: 'C0' }]);
    const rule = [{ name: 'apart', type: 'separate_vms' }];
    const az = { datacenters: [{ name: 'DC0', clusters: [{ C1: { resource_pool: 'P', drs_rules: rule } }] }] };
    expect(read(az).clusters).toEqual([{ name: 'C1', resourcePool: 'P', separateVms: 'apart' }]);
  });

  it('take every key that the CPI acts on', () => {
    const all = {
      cpu_hot_add_enabled: true,
      memory_hot_add_enabled: true,
      cpu_reserve_full_mhz: true,
      memory_reservation_locked_to_max: true,
      nested_hardware_virtualization: true,
      upgrade_hw_version: true,
      root_disk_size_gb: 20,
      datastores: ['ssd'],
      tags: [{ category: 'c', tag: 't' }],
      vmx_options: { 'a.b': '1' },
      enable_human_readable_name: true,
    };
    expect(read(all)).toEqual({ ...size, ...all, clusters: [{ name: 'C0' }] });
  });

  it.each<[string, JsonObject, RegExp]>([
    ...['pci_passthroughs', 'vgpus', 'device_groups', 'nsx', 'nsxt'].map((key): [string, JsonObject, RegExp] => [
      key,
      { [key]: {} },
      new RegExp(`'${key}' is not supported`),
    ]),
    ['no cpu', { cpu: null }, /'cpu'/],
    ['a size of 0', { disk: 0 }, /'disk'/],
    ['a key that nobody knows', { memory: 1 }, /'memory' is not a key/],
    ['another datacenter', { datacenters: [{ name: 'DC1' }] }, /'DC1'.*'DC0'/],
    ['two datacenters', { datacenters: [{ name: 'DC0' }, { name: 'DC0' }] }, /one datacenter/],
    ['a datastore cluster', { datastores: [{ clusters: [] }] }, /datastore clusters are not supported/],
    ['another rule', { datacenters: [{ name: 'DC0', clusters: [{ C: { drs_rules: [{ name: 'a', type: 'keep' }] } }] }] }, /separate_vms/],
    [
      'two rules',
      {
        datacenters: [
          {
            name: 'DC0',
            clusters: [
              {
                C: {
                  drs_rules: [
                    { name: 'a', type: 'separate_vms' },
                    { name: 'b', type: 'separate_vms' },
                  ],
                },
              },
            ],
          },
        ],
      },
      /at most one/,
    ],
  ])('are refused for %s, without a repeat', (_what, given, message) => {
    expect(() => read(given)).toThrow(
      expect.objectContaining({ code: 'VMCreationFailed', retryable: false, message: expect.stringMatching(message) }),
    );
  });
});

describe('cloud properties of a disk', () => {
  it('are its type and its datastores', () => {
    expect(readDiskProperties({})).toEqual({});
    expect(readDiskProperties({ type: 'thin', datastores: ['a'] })).toEqual({ type: 'thin', datastores: ['a'] });
  });

  it.each([
    [{ name: 'mine' }, /'name' is not supported/],
    [{ type: 'fast' }, /'type'/],
    [{ datastores: [{ clusters: [] }] }, /a name of a datastore/],
    [{ size: 1 }, /'size' is not a key/],
  ])('are refused for %j', (given, message) => {
    expect(() => readDiskProperties(given as never)).toThrow(
      expect.objectContaining({ code: 'CpiError', message: expect.stringMatching(message) }),
    );
  });
});
