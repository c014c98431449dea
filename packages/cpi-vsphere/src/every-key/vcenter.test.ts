import { expect } from 'vitest';
import { systemDiskOf } from '../devices/hardware.js';
import { effectsOn } from '../testing/key-effects.js';
import { everyKeyOf } from '../testing/key-scene.js';

everyKeyOf('the vCenter', (scene) => {
  const { failing, sends, versionOf, apart, byPolicy, diskType } = effectsOn(scene);
  const conflicts = (key: string) => async () => {
    const { ref } = await scene.makeVm({});
    await scene.on.vim.run('ReconfigVM_Task', ref, { spec: { extraConfig: [{ key: 'SET.guest.ipAddress', value: '10.5.0.1' }] } });
    await failing({}, /addresses are in use/)();
    await scene.makeVm({ vcenter: { [key]: false } });
  };
  return {
    host: failing({ vcenter: { host: '127.0.0.1:9' } }, /127.0.0.1:9 cannot be reached/),
    address: failing({ vcenter: { host: null, address: '127.0.0.1:9' } }, /127.0.0.1:9 cannot be reached/),
    user: failing({ vcenter: { user: 'v' } }, /refuses the user 'v'/),
    password: failing({ vcenter: { password: 'q' } }, /refuses the user 'u'/),
    datacenters: async () => expect(() => scene.on.cpiWith({ datacenters: [] })).toThrow(/'datacenters': exactly one/),
    default_disk_type: async () => {
      expect((await scene.makeVm({ vcenter: { default_disk_type: 'thin' } })).ephemeral?.thinProvisioned).toBe(true);
      expect((await scene.makeVm({})).ephemeral?.thinProvisioned).not.toBe(true);
      await diskType({}, { default_disk_type: 'thin' }, 'thin')();
    },
    default_scsi_controller_type: async () => {
      const { devices } = await scene.makeVm({ vcenter: { default_scsi_controller_type: 'lsi_logic_sas' } });
      expect(systemDiskOf(devices)?.controller.$type).toBe('VirtualLsiLogicSASController');
    },
    enable_auto_anti_affinity_drs_rules: apart({ vcenter: { enable_auto_anti_affinity_drs_rules: true } }, 'd-dep-job'),
    cpu_reserve_full_mhz: sends({ vcenter: { cpu_reserve_full_mhz: true } }, { cpuAllocation: { reservation: expect.any(Number) } }),
    memory_reservation_locked_to_max: sends(
      { vcenter: { memory_reservation_locked_to_max: true } },
      { memoryReservationLockedToMax: true },
    ),
    upgrade_hw_version: versionOf({ vcenter: { upgrade_hw_version: true } }, 'vmx-21'),
    default_hw_version: versionOf({ vcenter: { default_hw_version: 19 } }, 'vmx-19'),
    vm_storage_policy_name: byPolicy((name) => ({ vcenter: { vm_storage_policy_name: name } })),
    enable_human_readable_name: async () => {
      expect((await scene.makeVm({ vcenter: { enable_human_readable_name: true } })).cid).toMatch(/^job_dep_[0-9a-f]{12}$/);
    },
    connection_options: failing({ vcenter: { connection_options: { ca_cert: 'none' } } }, /certificate/),
    vmx_options: async () => {
      expect((await scene.makeVm({ vcenter: { vmx_options: { 'a.b': 7 } } })).extra.get('a.b')).toBe('7');
    },
    ensure_no_ip_conflicts: conflicts('ensure_no_ip_conflicts'),
    perform_ip_conflict_detection: conflicts('perform_ip_conflict_detection'),
  };
});
