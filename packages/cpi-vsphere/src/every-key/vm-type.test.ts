import type { Json } from '@bosh6/base';
import { expect } from 'vitest';
import { disksOf, systemDiskOf } from '../devices/hardware.js';
import { readVsphereProperties } from '../properties/global-properties.js';
import { openRest } from '../rest/open-rest.js';
import { effectsOn } from '../testing/key-effects.js';
import { everyKeyOf } from '../testing/key-scene.js';
import { connectionTo } from '../vcenter.js';

everyKeyOf('a VM type', (scene) => {
  const { sends, versionOf, byPolicy } = effectsOn(scene);
  return {
    cpu: async () => expect((await scene.makeVm({ vm: { cpu: 3 } })).config?.hardware.numCPU).toBe(3),
    ram: async () => expect((await scene.makeVm({ vm: { ram: 640 } })).config?.hardware.memoryMB).toBe(640),
    disk: async () => {
      const { devices } = await scene.makeVm({ vm: { disk: 3 } });
      expect(disksOf(devices).map(({ capacityInKB }) => capacityInKB)).toContain(3 * 1024);
    },
    cpu_hot_add_enabled: sends({ vm: { cpu_hot_add_enabled: true } }, { cpuHotAddEnabled: true }),
    memory_hot_add_enabled: sends({ vm: { memory_hot_add_enabled: true } }, { memoryHotAddEnabled: true }),
    cpu_reserve_full_mhz: sends({ vm: { cpu_reserve_full_mhz: true } }, { cpuAllocation: { reservation: expect.any(Number) } }),
    memory_reservation_locked_to_max: sends({ vm: { memory_reservation_locked_to_max: true } }, { memoryReservationLockedToMax: true }),
    nested_hardware_virtualization: sends({ vm: { nested_hardware_virtualization: true } }, { nestedHVEnabled: true }),
    upgrade_hw_version: versionOf({ vm: { upgrade_hw_version: true } }, 'vmx-21'),
    root_disk_size_gb: async () => {
      const { devices } = await scene.makeVm({ vm: { root_disk_size_gb: 5 } });
      expect(systemDiskOf(devices)?.disk.capacityInKB).toBe(5 * 1024 * 1024);
    },
    datastores: async () => {
      expect((await scene.makeVm({ vm: { datastores: ['LocalDS_1'] } })).ephemeral?.fileName).toMatch(/^\[LocalDS_1\]/);
    },
    'storage_policy.name': byPolicy((name) => ({ vm: { storage_policy: { name } } })),
    tags: async () => {
      const connection = connectionTo(readVsphereProperties(scene.on.properties()));
      const rest = await openRest(await connection.open(() => undefined));
      const category = { name: 'c', description: '', cardinality: 'MULTIPLE', associable_types: [] };
      const id = (await rest.call('POST', 'tagging/category', { create_spec: category })) as Json;
      const tag = await rest.call('POST', 'tagging/tag', { create_spec: { name: 't', description: '', category_id: id } });
      const { ref } = await scene.makeVm({ vm: { tags: [{ category: 'c', tag: 't' }] } });
      const attached = await rest.call('POST', `tagging/tag-association/id:${tag}?~action=list-attached-objects`, {});
      expect(attached).toEqual([{ type: ref.type, id: ref.value }]);
      await rest.close();
      await connection.close();
    },
    vm_group: async () => {
      const { ref } = await scene.makeVm({ vm: { vm_group: 'vg' } });
      const other = await scene.makeVm({ vm: { vm_group: 'vg' } });
      const members = async () => (await scene.clusterConfig()).group?.find(({ name }) => name === 'vg');
      expect(await members()).toMatchObject({ vm: [ref, other.ref] });
      await scene.deleteLast();
      expect(await members()).toMatchObject({ vm: [ref] });
      await scene.deleteLast();
      expect((await scene.clusterConfig()).group).toEqual(scene.groups);
    },
    disable_drs: async () => {
      const { ref } = await scene.makeVm({ vm: { disable_drs: true } });
      expect((await scene.clusterConfig()).drsVmConfig).toMatchObject([{ key: ref, enabled: false }]);
    },
    vmx_options: async () => {
      const options = { a: true, 'disk.enableUUID': 1 };
      const { extra, settings } = await scene.makeVm({ vcenter: { vmx_options: { a: 1 } }, vm: { vmx_options: options } });
      expect(extra.get('a')).toBe('TRUE');
      expect(settings.disks).toMatchObject({ ephemeral: { id: expect.any(String) } });
    },
    enable_human_readable_name: async () => {
      expect((await scene.makeVm({ vm: { enable_human_readable_name: true } })).cid).toMatch(/^job_dep_[0-9a-f]{12}$/);
    },
  };
});
